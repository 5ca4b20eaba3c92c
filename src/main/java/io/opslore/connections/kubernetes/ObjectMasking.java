package io.opslore.connections.kubernetes;

import io.opslore.guard.MaskScope;
import io.opslore.guard.Masked;
import io.opslore.guard.Masking;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of objects after they were decoded, by what they are and not by how somebody
 * asked for them. Thread-safe.
 */
final class ObjectMasking {

    private static final Pattern FLAG =
            Pattern.compile(
                    "(--?[A-Za-z0-9_.-]*" + SecretNames.WORDS + "[A-Za-z0-9_.-]*)(?:=(.*))?");

    /** Copies of whole objects, some of them packed. */
    private static final Pattern COPY =
            Pattern.compile(".*(last-applied|last-handled|rio\\.cattle\\.io/applied).*");

    private static final Pattern PACKED = Pattern.compile("[A-Za-z0-9+/_=\\s-]{200,}");

    private final Masking masking;
    private final MaskScope scope;
    private final SecretNames names;

    ObjectMasking(Masking masking, MaskScope scope, SecretNames names) {
        this.masking = masking;
        this.scope = scope;
        this.names = names;
    }

    ClusterObject object(Map<String, Object> raw) {
        return new ClusterObject(map(raw));
    }

    /** A single value of a table or the like. */
    Object value(String key, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Map<?, ?> map -> map(map);
            case List<?> list -> list(key, list);
            case String text -> text(key, text);
            default -> value;
        };
    }

    /** Many lines, as many as before. */
    String lines(String text) {
        return masking.mask(text, scope).text();
    }

    private Map<String, Object> map(Map<?, ?> raw) {
        Map<String, Object> clean = new LinkedHashMap<>();
        String kind = String.valueOf(raw.get("kind"));
        String named = raw.get("name") instanceof String name ? name : "";
        raw.forEach((one, value) -> {
            String key = String.valueOf(one);
            switch (key) {
                case "managedFields" -> {}
                case "annotations" -> clean.put(key, annotations(value));
                case "data", "stringData", "binaryData" -> data(kind, key, value, clean);
                case "value" -> clean.put(key, named(named, value));
                default -> clean.put(key, value(key, value));
            }
        });
        return clean;
    }

    private Object annotations(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> all)) {
            return value("annotations", value);
        }
        Map<String, Object> clean = new LinkedHashMap<>();
        all.forEach((key, text) -> {
            String name = String.valueOf(key);
            if (!COPY.matcher(name).matches()) {
                clean.put(name, value(name, text));
            }
        });
        return clean;
    }

    private void data(String kind, String key, @Nullable Object value, Map<String, Object> into) {
        if (!(value instanceof Map<?, ?> entries)) {
            into.put(key, value(key, value));
        } else if (kind.equals("Secret")) {
            // Without the key's name: what reads manifests would look for values again.
            List<Object> keys = new ArrayList<>();
            if (into.get("keys") instanceof List<?> others) {
                keys.addAll(others);
            }
            entries.forEach((name, secret) ->
                    keys.add(
                            names.described(
                                    String.valueOf(name),
                                    String.valueOf(secret),
                                    !key.equals("stringData"))));
            into.put("keys", keys);
        } else if (kind.equals("ConfigMap")) {
            into.put(key, configuration(entries, key.equals("binaryData")));
        } else {
            into.put(key, map(entries));
        }
    }

    private Map<String, Object> configuration(Map<?, ?> entries, boolean binary) {
        Map<String, Object> clean = new LinkedHashMap<>();
        entries.forEach((key, value) -> {
            String text = String.valueOf(value);
            clean.put(
                    String.valueOf(key),
                    binary || PACKED.matcher(text).matches()
                            ? "(" + text.length() + " characters, not shown)"
                            : file(String.valueOf(key), text));
        });
        return clean;
    }

    private String file(String key, String text) {
        if (text.indexOf('\n') < 0) {
            return named(key, text).toString();
        }
        String fileName = key.indexOf('.') >= 0 ? key : text.contains(": ") ? "x.yaml" : ".env";
        return masking.mask(text, fileName, scope).text();
    }

    /** An environment variable, a header, a parameter. */
    private Object named(String name, @Nullable Object value) {
        if (!(value instanceof String text) || name.isEmpty()) {
            return value("value", value);
        }
        return names.tells(name) && !names.spared(text) ? names.hidden(text) : text(name, text);
    }

    private List<Object> list(String key, List<?> raw) {
        List<Object> clean = new ArrayList<>();
        boolean secretNext = false;
        for (Object one : raw) {
            Matcher flag = FLAG.matcher(one instanceof String text ? text : "");
            if (flag.matches()) {
                secretNext = flag.group(2) == null;
                clean.add(
                        flag.group(1)
                                + (secretNext ? "" : "=" + named(flag.group(1), flag.group(2))));
            } else {
                clean.add(
                        secretNext && one instanceof String text
                                ? names.hidden(text)
                                : value(key, one));
                secretNext = false;
            }
        }
        return clean;
    }

    private String text(String key, String text) {
        if (text.length() < 4) {
            return text;
        }
        if (text.indexOf('\n') >= 0) {
            return masking.mask(text, text.stripLeading().startsWith("{") ? "x.json" : "", scope)
                    .text();
        }
        String prefix = key + ": ";
        Masked both = masking.mask(prefix + text, "x.yaml", scope);
        return both.text().startsWith(prefix)
                ? both.text().substring(prefix.length())
                : lines(text);
    }
}
