package io.opslore.connections.swarm;

import static io.opslore.connections.swarm.Forms.put;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Writes a compose file that says what runs. Configs and secrets are outside of it, for it holds
 * none.
 */
final class ComposeFile {

    private final String stack;
    private final Names names;
    private final Hidden hidden;

    ComposeFile(String stack, Names names, Hidden hidden) {
        this.stack = stack;
        this.names = names;
        this.hidden = hidden;
    }

    /**
     * @param forms of the same services, without secrets, by their names in the file
     */
    String of(List<JsonNode> services, Map<String, Map<String, Object>> forms) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("version", "3.9");
        file.put("services", escaped(forms));
        put(file, "networks", networks(services));
        put(file, "volumes", volumes(services));
        put(file, "configs", files(services, "Configs", "ConfigName"));
        put(file, "secrets", files(services, "Secrets", "SecretName"));
        return """
        # Rebuilt from the running stack %s; not the file that it was deployed from.
        # Secrets in it are masked, and the contents of configs and secrets are not in it.
        """
                        .formatted(stack)
                + Yaml.write(file);
    }

    private Map<String, Object> networks(List<JsonNode> services) {
        Map<String, Object> networks = new TreeMap<>();
        for (JsonNode service : services) {
            for (JsonNode attached : task(service).path("Networks")) {
                String id = attached.path("Target").asString("");
                String name = names.network(id);
                networks.put(
                        StackNames.inFile(stack, name),
                        names.details(id)
                                .filter(network -> isOwn(network.path("Labels")))
                                .map(this::network)
                                .orElseGet(() -> outside(name)));
            }
        }
        return networks;
    }

    private Map<String, Object> network(JsonNode network) {
        Map<String, Object> form = new LinkedHashMap<>();
        put(form, "driver", network.path("Driver").asString(""));
        put(form, "attachable", Forms.truth(network.path("Attachable")));
        put(form, "internal", Forms.truth(network.path("Internal")));
        put(form, "labels", Forms.labels(network.path("Labels")));
        return hidden.map(form);
    }

    private Map<String, Object> volumes(List<JsonNode> services) {
        Map<String, Object> volumes = new TreeMap<>();
        for (JsonNode service : services) {
            for (JsonNode mount : task(service).path("ContainerSpec").path("Mounts")) {
                String name = mount.path("Source").asString("");
                if (mount.path("Type").asString("").equals("volume") && !name.isEmpty()) {
                    JsonNode options = mount.path("VolumeOptions");
                    volumes.put(
                            StackNames.inFile(stack, name),
                            isOwn(options.path("Labels")) ? volume(options) : outside(name));
                }
            }
        }
        return volumes;
    }

    private Map<String, Object> volume(JsonNode options) {
        JsonNode driver = options.path("DriverConfig");
        Map<String, Object> form = new LinkedHashMap<>();
        put(form, "driver", driver.path("Name").asString(""));
        put(form, "driver_opts", Forms.strings(driver.path("Options")));
        put(form, "labels", Forms.labels(options.path("Labels")));
        return hidden.map(form);
    }

    private Map<String, Object> files(List<JsonNode> services, String kind, String name) {
        Map<String, Object> files = new TreeMap<>();
        for (JsonNode service : services) {
            for (JsonNode file : task(service).path("ContainerSpec").path(kind)) {
                String whole = file.path(name).asString("");
                files.put(StackNames.inFile(stack, whole), outside(whole));
            }
        }
        return files;
    }

    private static JsonNode task(JsonNode service) {
        return service.path("Spec").path("TaskTemplate");
    }

    private boolean isOwn(JsonNode labels) {
        return labels.path("com.docker.stack.namespace").asString("").equals(stack);
    }

    private static Map<String, Object> outside(String name) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("external", true);
        form.put("name", name);
        return form;
    }

    /** A dollar would be taken for the start of a variable. */
    private static Object escaped(Object value) {
        return switch (value) {
            case String text -> text.replace("$", "$$");
            case Map<?, ?> map -> {
                Map<String, Object> copy = new LinkedHashMap<>();
                map.forEach((key, inner) -> copy.put(String.valueOf(key), escaped(inner)));
                yield copy;
            }
            case List<?> list -> list.stream().map(ComposeFile::escaped).toList();
            default -> value;
        };
    }
}
