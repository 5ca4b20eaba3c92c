package io.opslore.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The settings that there are, the portal's and Spring Boot's, by what their metadata say. */
final class KnownSettings {

    /** Read by name, and so in no metadata. */
    private static final Set<String> BY_NAME =
            Set.of(
                    "OPSLORE_DATA",
                    "OPSLORE_ADMIN_PASSWORD",
                    "OLLAMA_BASE_URL",
                    "JDK_JAVA_OPTIONS",
                    "DJL_CACHE_DIR");

    private final Set<String> variables = new HashSet<>(BY_NAME);
    private final Set<String> maps = new HashSet<>();

    KnownSettings() {
        try {
            for (URL metadata :
                    Collections.list(
                            getClass()
                                    .getClassLoader()
                                    .getResources("META-INF/spring-configuration-metadata.json"))) {
                try (InputStream json = metadata.openStream()) {
                    JsonMapper.shared().readTree(json).get("properties").forEach(this::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(JsonNode property) {
        String variable = variable(property.get("name").asString());
        variables.add(variable);
        if (property.path("type").asString("").startsWith("java.util.Map")) {
            maps.add(variable + "_");
        }
    }

    /** Those that are none, of names of variables or of settings. */
    List<String> unknown(List<String> names) {
        return names.stream()
                .filter(name -> !variables.contains(variable(name)))
                .filter(name -> maps.stream().noneMatch(map -> variable(name).startsWith(map)))
                .toList();
    }

    private static String variable(String name) {
        return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
