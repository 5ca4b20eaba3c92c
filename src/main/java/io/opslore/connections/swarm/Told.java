package io.opslore.connections.swarm;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What the engine tells, as records without secrets. */
final class Told {

    private static final String NAMESPACE = "com.docker.stack.namespace";
    private static final double NANO = 1e9;

    private Told() {}

    static String name(JsonNode thing) {
        return thing.path("Spec").path("Name").asString("");
    }

    static String stack(JsonNode thing) {
        return thing.path("Spec").path("Labels").path(NAMESPACE).asString("");
    }

    static long version(JsonNode thing) {
        return thing.path("Version").path("Index").asLong(0);
    }

    static SwarmNode node(JsonNode node, Hidden hidden, int tasks) {
        JsonNode spec = node.path("Spec");
        JsonNode description = node.path("Description");
        JsonNode platform = description.path("Platform");
        JsonNode manager = node.path("ManagerStatus");
        return new SwarmNode(
                node.path("ID").asString(""),
                description.path("Hostname").asString(""),
                spec.path("Role").asString(""),
                node.path("Status").path("State").asString(""),
                spec.path("Availability").asString(""),
                manager.path("Leader").asBoolean(false),
                manager.path("Reachability").asString(""),
                description.path("Engine").path("EngineVersion").asString(""),
                platform.path("OS").asString("") + "/" + platform.path("Architecture").asString(""),
                description.path("Resources").path("NanoCPUs").asLong(0) / NANO,
                description.path("Resources").path("MemoryBytes").asLong(0),
                hidden.map(Forms.labels(spec.path("Labels"))),
                tasks,
                version(node));
    }

    static SwarmService service(
            JsonNode service, Map<String, Object> form, List<JsonNode> tasks, Hidden hidden) {
        String id = service.path("ID").asString("");
        JsonNode mode = service.path("Spec").path("Mode");
        List<JsonNode> own =
                tasks.stream()
                        .filter(task -> task.path("ServiceID").asString("").equals(id))
                        .toList();
        long running = own.stream().filter(task -> state(task).equals("running")).count();
        return new SwarmService(
                id,
                name(service),
                stack(service),
                hidden.text(image(service.path("Spec").path("TaskTemplate"))),
                Deployment.mode(mode),
                mode.has("Replicated")
                        ? mode.path("Replicated").path("Replicas").asLong(0)
                        : own.size(),
                running,
                service.path("UpdateStatus").path("State").asString(""),
                service.path("CreatedAt").asString(""),
                service.path("UpdatedAt").asString(""),
                version(service),
                form);
    }

    static SwarmTask task(JsonNode task, String service, Names names, Hidden hidden) {
        JsonNode status = task.path("Status");
        JsonNode ended = status.path("ContainerStatus").path("ExitCode");
        boolean isOver = List.of("complete", "failed", "shutdown").contains(state(task));
        return new SwarmTask(
                task.path("ID").asString(""),
                service,
                task.path("Slot").asInt(0),
                names.node(task.path("NodeID").asString("")),
                hidden.text(image(task.path("Spec"))),
                state(task),
                task.path("DesiredState").asString(""),
                status.path("Timestamp").asString(""),
                task.path("CreatedAt").asString(""),
                hidden.text(status.path("Message").asString("")),
                hidden.text(status.path("Err").asString("")),
                isOver && ended.isNumber() ? ended.asInt() : null);
    }

    static SwarmFile file(
            JsonNode file, List<JsonNode> services, String used, String name, Hidden hidden) {
        String own = name(file);
        return new SwarmFile(
                file.path("ID").asString(""),
                hidden.text(own),
                stack(file),
                file.path("CreatedAt").asString(""),
                file.path("UpdatedAt").asString(""),
                services.stream()
                        .filter(service ->
                                service.path("Spec")
                                        .path("TaskTemplate")
                                        .path("ContainerSpec")
                                        .path(used)
                                        .valueStream()
                                        .anyMatch(one -> one.path(name).asString("").equals(own)))
                        .map(Told::name)
                        .sorted()
                        .collect(Collectors.joining(", ")));
    }

    /** A config's content as a text, masked; empty for what is none. */
    static String content(JsonNode config, Hidden hidden) {
        try {
            byte[] bytes =
                    Base64.getDecoder().decode(config.path("Spec").path("Data").asString(""));
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return hidden.file(name(config), text);
        } catch (CharacterCodingException | IllegalArgumentException noText) {
            return "";
        }
    }

    private static String state(JsonNode task) {
        return task.path("Status").path("State").asString("");
    }

    private static String image(JsonNode task) {
        return task.path("ContainerSpec").path("Image").asString("");
    }
}
