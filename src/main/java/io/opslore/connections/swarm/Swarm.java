package io.opslore.connections.swarm;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One swarm, through one of its managers. Has no way to change it; what it tells is without
 * secrets, wherever they stood. Every method throws {@link ConnectionFailed}. Not thread-safe.
 */
public final class Swarm implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,127}");

    private final Engine engine;
    private final Hidden hidden;
    private @Nullable Names names;

    Swarm(Engine engine, Hidden hidden) {
        this.engine = engine;
        this.hidden = hidden;
    }

    /** Version of the engine's interface that is spoken. */
    public String apiVersion() {
        return engine.version();
    }

    /** By name of the host. */
    public List<SwarmNode> nodes() {
        Map<String, Long> tasks =
                desired().stream()
                        .collect(
                                Collectors.groupingBy(
                                        task -> task.path("NodeID").asString(""),
                                        Collectors.counting()));
        return engine.get("/nodes")
                .valueStream()
                .map(node ->
                        Told.node(
                                node,
                                hidden,
                                tasks.getOrDefault(node.path("ID").asString(""), 0L).intValue()))
                .sorted(Comparator.comparing(SwarmNode::hostname))
                .toList();
    }

    /** By name. */
    public List<SwarmStack> stacks() {
        return Stacks.of(services(""));
    }

    /**
     * By name.
     *
     * @param stack empty for all
     */
    public List<SwarmService> services(String stack) {
        List<JsonNode> tasks = desired();
        return raw(stack).stream()
                .map(service -> service(service, tasks))
                .sorted(Comparator.comparing(SwarmService::name))
                .toList();
    }

    /**
     * @param service its name or id
     */
    public SwarmService service(String service) {
        return service(found(service), desired());
    }

    /**
     * What the engine still knows of the service's tasks, the newest first.
     *
     * @param service its name or id
     */
    public List<SwarmTask> tasks(String service) {
        JsonNode found = found(service);
        return tasksOf(found).stream()
                .map(task -> Told.task(task, Told.name(found), names(), hidden))
                .sorted(Comparator.comparing(SwarmTask::since).reversed())
                .toList();
    }

    /**
     * @param service its name or id
     */
    public SwarmLogs logs(String service, LogWish wish) {
        return new ServiceLogs(engine, names(), hidden).read(found(service), wish);
    }

    /**
     * @param service its name or id
     */
    public SwarmRollout rollout(String service) {
        JsonNode found = found(service);
        List<SwarmTask> tasks = tasks(service);
        return Rollouts.of(found, service(found, desired()), tasks, form -> form(found, form));
    }

    /** By name. */
    public List<SwarmFile> configs() {
        return files("/configs", "Configs", "ConfigName");
    }

    /**
     * What stands in a config, masked; empty for what is no text.
     *
     * @param config its name or id
     */
    public String content(String config) {
        return Told.content(engine.get("/configs/" + checked(config)), hidden);
    }

    /** Their names; the engine itself tells nobody more. */
    public List<SwarmFile> secrets() {
        return files("/secrets", "Secrets", "SecretName");
    }

    /** What would have to be deployed to get the stack as it is; its secrets are left out. */
    public String compose(String stack) {
        List<JsonNode> services = existing(stack);
        return new ComposeFile(stack, names(), hidden).of(services, forms(stack, services));
    }

    /**
     * Where the stack is not what a compose file says.
     *
     * @param declared the file's text
     */
    public List<Difference> compare(String stack, String declared) {
        return new Comparison(stack, hidden).of(declared, forms(stack, existing(stack)));
    }

    @Override
    public void close() {
        engine.close();
    }

    private List<JsonNode> existing(String stack) {
        List<JsonNode> services = raw(checked(stack));
        if (services.isEmpty()) {
            throw new ConnectionFailed(
                    Reason.NOT_FOUND, "There is no such stack.", "List stacks first.");
        }
        return services;
    }

    private List<SwarmFile> files(String path, String used, String name) {
        List<JsonNode> services = raw("");
        return engine.get(path)
                .valueStream()
                .map(file -> Told.file(file, services, used, name, hidden))
                .sorted(Comparator.comparing(SwarmFile::name))
                .toList();
    }

    private List<JsonNode> raw(String stack) {
        return engine.get("/services")
                .valueStream()
                .filter(service -> stack.isEmpty() || Told.stack(service).equals(stack))
                .toList();
    }

    private JsonNode found(String service) {
        return engine.get("/services/" + checked(service));
    }

    private List<JsonNode> desired() {
        return engine.get("/tasks", Map.of("filters", "{\"desired-state\":[\"running\"]}"))
                .valueStream()
                .toList();
    }

    private List<JsonNode> tasksOf(JsonNode service) {
        String id = service.path("ID").asString("");
        return engine.get("/tasks", Map.of("filters", "{\"service\":[\"" + id + "\"]}"))
                .valueStream()
                .toList();
    }

    private SwarmService service(JsonNode service, List<JsonNode> tasks) {
        return Told.service(service, form(service, service.path("Spec")), tasks, hidden);
    }

    private Map<String, Map<String, Object>> forms(String stack, List<JsonNode> services) {
        Map<String, Map<String, Object>> forms = new TreeMap<>();
        for (JsonNode service : services) {
            forms.put(
                    StackNames.inFile(stack, Told.name(service)),
                    form(service, service.path("Spec")));
        }
        return forms;
    }

    private Map<String, Object> form(JsonNode service, JsonNode spec) {
        String stack = Told.stack(service);
        return hidden.map(
                new LinkedHashMap<>(
                        new ServiceForm(names(), name -> StackNames.inFile(stack, name)).of(spec)));
    }

    private Names names() {
        if (names == null) {
            names = new Names(engine);
        }
        return names;
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new ConnectionFailed(
                    Reason.UNFIT,
                    "That is no name or id of a swarm's.",
                    "Names have letters, digits, dots, hyphens and underscores.");
        }
        return name;
    }
}
