package io.opslore.operations.support;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.stereotype.Component;

/**
 * The settings by name. A value is shown only where it cannot be a secret by its form and its name;
 * whatever is not known to be harmless is left out.
 */
@Component
class SettingsPart implements BundlePart {

    private static final List<String> PREFIXES =
            List.of("opslore", "spring", "server", "management", "logging", "vaadin", "ollama");

    private static final Pattern SECRET =
            Pattern.compile(
                    "pass|secret|token|key|credential|auth|private|salt|pin|header|cookie|sign");

    /** Numbers, times, sizes, yes and no. */
    private static final Pattern PLAIN =
            Pattern.compile(
                    "(?i)true|false|on|off|always|never|-?\\d{1,9}(\\.\\d{1,4})?(ms|s|m|h|d|b|kb|mb|gb)?|PT[0-9HMS.]+");

    /** Words that choose between what the portal knows. */
    private static final Pattern CHOICE =
            Pattern.compile(
                    "(?i)files|s3|lucene|qdrant|ecs|graceful|native|lax|strict|lazy|none|warn|info|debug|error|trace");

    private final ConfigurableEnvironment environment;

    SettingsPart(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public String file() {
        return "settings.txt";
    }

    @Override
    public String content() {
        return environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .map(EnumerablePropertySource.class::cast)
                .flatMap(source -> Arrays.stream(source.getPropertyNames()))
                .filter(SettingsPart::isSetting)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(name -> "%s = %s\n".formatted(shownName(name), shown(name)))
                .distinct()
                .collect(Collectors.joining());
    }

    private static boolean isSetting(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return PREFIXES.stream()
                .anyMatch(
                        prefix -> plain.startsWith(prefix + ".") || plain.startsWith(prefix + "_"));
    }

    /** Keys of maps are chosen by people: opslore.mcp.tokens.alice. */
    private static String shownName(String name) {
        return SECRET.matcher(name.toLowerCase(Locale.ROOT)).find()
                ? name.replaceAll("(?i)((?:tokens|headers|passwords)[._]).*", "$1…")
                : name;
    }

    private String shown(String name) {
        String value;
        try {
            value = environment.getProperty(name, "").strip();
        } catch (RuntimeException e) {
            return "(cannot be read)";
        }
        if (value.isEmpty()) {
            return "";
        }
        boolean secret = SECRET.matcher(name.toLowerCase(Locale.ROOT)).find();
        if (!secret && (PLAIN.matcher(value).matches() || CHOICE.matcher(value).matches())) {
            return value;
        }
        return !secret && value.matches("https?://\\S+") ? address(value) : "(set)";
    }

    /** Where it leads, without who goes there and what is asked for. */
    private static String address(String value) {
        try {
            URI uri = URI.create(value);
            return uri.getHost() == null
                    ? "(set)"
                    : uri.getScheme()
                            + "://"
                            + uri.getHost()
                            + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        } catch (IllegalArgumentException e) {
            return "(set)";
        }
    }
}
