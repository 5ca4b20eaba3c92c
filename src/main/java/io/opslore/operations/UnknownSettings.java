package io.opslore.operations;

import io.opslore.upgrades.UpgradeFinding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Settings that this version does not know, because they have gone or are misspelt. */
final class UnknownSettings {

    private static final String ABOUT = "settings";
    private static final String METADATA = "classpath*:META-INF/spring-configuration-metadata.json";

    /** Of the environment, read by the command line and not by a settings record. */
    private static final Set<String> ELSEWHERE =
            Set.of(
                    "OPSLOREADMINPASSWORD",
                    "OPSLOREJAVAOPTS",
                    "OPSLOREPORTAL",
                    "OPSLOREROLE",
                    "OPSLORETOKEN",
                    "OPSLOREURL");

    private final ConfigurableEnvironment environment;
    private final Map<String, String> known = new TreeMap<>();
    private final Set<String> maps = new TreeSet<>();

    UnknownSettings(ConfigurableEnvironment environment) {
        this.environment = environment;
        readMetadata();
    }

    List<UpgradeFinding> findings() {
        if (known.isEmpty()) {
            return List.of(
                    UpgradeFinding.warning(
                            ABOUT, "Which settings there are is not in this build.", ""));
        }
        Set<String> unknown =
                environment.getPropertySources().stream()
                        .filter(EnumerablePropertySource.class::isInstance)
                        .flatMap(source ->
                                List.of(((EnumerablePropertySource<?>) source).getPropertyNames())
                                        .stream())
                        .filter(name -> plain(name).startsWith("OPSLORE") && !isKnown(plain(name)))
                        .collect(Collectors.toCollection(TreeSet::new));
        return unknown.isEmpty()
                ? List.of(UpgradeFinding.fine(ABOUT, "All that are set are known."))
                : unknown.stream().map(this::finding).toList();
    }

    private UpgradeFinding finding(String name) {
        String nearest =
                known.keySet().stream()
                        .min(Comparator.comparingInt(key -> distance(key, plain(name))))
                        .map(known::get)
                        .orElse("");
        return UpgradeFinding.warning(
                ABOUT,
                "%s is set, and this version has no such setting.".formatted(name),
                "Perhaps %s is meant; docs/settings.md lists all.".formatted(nearest));
    }

    private boolean isKnown(String plain) {
        return known.containsKey(plain)
                || ELSEWHERE.contains(plain)
                || maps.stream().anyMatch(plain::startsWith);
    }

    /** In the environment there are no dots and hyphens, and elements of lists have numbers. */
    private static String plain(String name) {
        return name.replaceAll("\\[\\d+]$|_\\d+_?$", "")
                .replaceAll("[._-]", "")
                .toUpperCase(Locale.ROOT);
    }

    private void readMetadata() {
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(METADATA)) {
                try (InputStream in = file.getInputStream()) {
                    JsonMapper.shared().readTree(in).path("properties").forEach(this::enter);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void enter(JsonNode property) {
        String name = property.path("name").asString("");
        if (name.startsWith("opslore.")) {
            known.put(plain(name), name);
            if (property.path("type").asString("").startsWith("java.util.Map")) {
                maps.add(plain(name));
            }
        }
    }

    /** How many letters differ, by Levenshtein. */
    static int distance(String one, String other) {
        List<Integer> before = new ArrayList<>();
        for (int at = 0; at <= other.length(); at++) {
            before.add(at);
        }
        for (int row = 1; row <= one.length(); row++) {
            List<Integer> now = new ArrayList<>(List.of(row));
            for (int at = 1; at <= other.length(); at++) {
                int change = one.charAt(row - 1) == other.charAt(at - 1) ? 0 : 1;
                int gap = Math.min(now.get(at - 1), before.get(at)) + 1;
                now.add(Math.min(gap, before.get(at - 1) + change));
            }
            before = now;
        }
        return before.getLast();
    }
}
