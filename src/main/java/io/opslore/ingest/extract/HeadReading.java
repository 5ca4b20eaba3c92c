package io.opslore.ingest.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads settings above a text, and takes what it can of those that are not well formed. */
final class HeadReading {

    private static final int ATTRIBUTE_LINES = 80;
    private static final Pattern SETTING =
            Pattern.compile("([\\p{L}\\d_. -]+?)\\s*[:=]\\s*(\\S.*)");
    private static final Pattern ATTRIBUTE = Pattern.compile(":([\\p{L}\\d_-]+):\\s+(\\S.*)");
    private static final Pattern SECTION = Pattern.compile("={2,6}\\s+\\S.*");

    private HeadReading() {}

    /**
     * @param lines with the marks around it
     */
    static Map<String, Object> frontMatter(List<String> lines) {
        List<String> settings = lines.subList(1, lines.size() - 1);
        if (lines.getFirst().startsWith("-")
                && yaml(String.join("\n", settings)) instanceof Map<?, ?> map) {
            Map<String, Object> values = new HashMap<>();
            map.forEach((key, value) -> put(values, String.valueOf(key), value));
            return values;
        }
        return matching(SETTING, settings);
    }

    static Map<String, Object> attributes(List<String> lines) {
        List<String> head =
                lines.stream()
                        .limit(ATTRIBUTE_LINES)
                        .takeWhile(line -> !SECTION.matcher(line).matches())
                        .toList();
        return matching(ATTRIBUTE, head);
    }

    /** Values in TOML and in broken YAML are read one by one: most of them are also YAML. */
    private static Map<String, Object> matching(Pattern pattern, List<String> lines) {
        Map<String, Object> values = new HashMap<>();
        for (String line : lines) {
            Matcher setting = pattern.matcher(line);
            if (setting.matches()) {
                Object value = yaml(setting.group(2));
                put(values, setting.group(1), value == null ? setting.group(2) : value);
            }
        }
        return values;
    }

    private static void put(Map<String, Object> values, String key, @Nullable Object value) {
        if (value != null) {
            values.putIfAbsent(key.toLowerCase(Locale.ROOT).replaceAll("[ _.-]", ""), value);
        }
    }

    /** Null where it is none. Nothing but plain values is made of it. */
    private static @Nullable Object yaml(String text) {
        var options = new LoaderOptions();
        options.setCodePointLimit(100_000);
        options.setNestingDepthLimit(20);
        options.setMaxAliasesForCollections(10);
        try {
            return new Yaml(new SafeConstructor(options)).load(text);
        } catch (YAMLException e) {
            return null;
        }
    }
}
