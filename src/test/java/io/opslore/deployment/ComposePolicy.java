package io.opslore.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the project asks of its Compose file beyond what Compose does. */
final class ComposePolicy {

    /** Who reaches whom: the arrows, each network one, by those that are at it. */
    static final Map<String, Set<String>> NETWORKS =
            Map.ofEntries(
                    Map.entry("outside", Set.of("traefik")),
                    Map.entry("edge", Set.of("traefik", "portal")),
                    Map.entry("data", Set.of("portal", "postgres", "qdrant", "s3")),
                    Map.entry("models", Set.of("portal", "ollama", "ollama-gpu")),
                    Map.entry("downloads", Set.of("ollama", "ollama-gpu")),
                    Map.entry(
                            "tools",
                            Set.of(
                                    "portal",
                                    "mcp-gitea",
                                    "mcp-kubernetes",
                                    "mcp-swarm",
                                    "mcp-docs")),
                    Map.entry(
                            "out",
                            Set.of(
                                    "portal",
                                    "mcp-gitea",
                                    "mcp-kubernetes",
                                    "mcp-swarm",
                                    "mcp-docs")),
                    Map.entry("identity", Set.of("traefik", "keycloak")),
                    Map.entry("metrics", Set.of("portal", "prometheus")),
                    Map.entry("figures", Set.of("prometheus", "grafana")),
                    Map.entry("watching", Set.of("traefik", "grafana")));

    private static final String ENCRYPTED = "--entrypoints.websecure.address=:";
    private static final Set<String> WITH_A_WAY_OUT = Set.of("outside", "downloads", "out");

    /** Rewrites its own program at its first start. */
    private static final Set<String> WRITES_ITS_ROOT = Set.of("keycloak");

    private static final Pattern PINNED =
            Pattern.compile("(\\$\\{[A-Z_]+:-)?[a-z0-9./-]+:v?\\d+\\.[\\w.-]+}?");
    private static final Pattern SECRET =
            Pattern.compile("(?i)password(?!.*file)|secret(?!.*file)|token(?!.*file)|_key$|apikey");

    private final JsonNode compose;
    private final List<String> problems = new ArrayList<>();

    private ComposePolicy(JsonNode compose) {
        this.compose = compose;
    }

    /** Each a sentence; none where all is well. */
    static List<String> problems(JsonNode compose) {
        var policy = new ComposePolicy(compose);
        compose.get("services").forEachEntry(policy::service);
        policy.networks();
        policy.names();
        policy.secrets();
        return policy.problems;
    }

    private void service(String name, JsonNode service) {
        unless(pinned(service), name, "has no pinned version");
        unless(service.at("/healthcheck/test/0").asString("").equals("CMD"), name, "is not probed");
        for (String limit : List.of("mem_limit", "cpus", "pids_limit")) {
            unless(service.has(limit), name, "has no " + limit);
        }
        unless(service.has("stop_grace_period"), name, "has no time to end");
        unless(service.path("restart").asString("").equals("unless-stopped"), name, "stays down");
        unless(service.at("/logging/options/max-size").isString(), name, "logs without end");
        rights(name, service);
        unless(!isOurs(service) || runsFromTmp(service), name, "cannot run what it unpacks");
        unless(!service.has("ports") || name.equals("traefik"), name, "publishes a port");
        unless(!service.path("networks").isEmpty(), name, "is at the default network");
        service.path("environment")
                .forEachEntry((variable, value) ->
                        unless(
                                !SECRET.matcher(variable).find() || isAccessKey(variable, value),
                                name,
                                "has a secret in its environment: " + variable));
        Yaml.texts(service.path("volumes")).forEach(volume -> mount(name, volume));
    }

    private static boolean isOurs(JsonNode service) {
        return service.path("image").asString("").contains("OPSLORE_IMAGE");
    }

    /** Docker mounts a tmpfs without, unless it is told. */
    private static boolean runsFromTmp(JsonNode service) {
        return Yaml.texts(service.path("tmpfs")).stream()
                .anyMatch(tmpfs -> tmpfs.matches("/tmp:.*\\bexec\\b.*"));
    }

    private static boolean isAccessKey(String variable, JsonNode value) {
        return variable.endsWith("ACCESSKEY") && value.asString().equals("opslore");
    }

    private static boolean pinned(JsonNode service) {
        String image = service.path("image").asString("");
        return PINNED.matcher(image).matches() && !image.contains("latest");
    }

    private void rights(String name, JsonNode service) {
        boolean writes = WRITES_ITS_ROOT.contains(name);
        unless(service.path("read_only").asBoolean(false) || writes, name, "writes its root");
        unless(
                Yaml.texts(service.path("cap_drop")).equals(List.of("ALL")),
                name,
                "has capabilities");
        unless(
                Yaml.texts(service.path("security_opt")).equals(List.of("no-new-privileges:true")),
                name,
                "may gain privileges");
        for (String right :
                List.of("privileged", "cap_add", "network_mode", "pid", "ipc", "devices", "uts")) {
            unless(!service.has(right), name, "has " + right);
        }
    }

    private void mount(String name, String volume) {
        String from = volume.substring(0, volume.indexOf(':'));
        if (from.startsWith("./")) {
            unless(volume.endsWith(":ro"), name, "may write to " + from);
        } else {
            unless(compose.at("/volumes").has(from), name, "mounts " + from);
        }
    }

    private void networks() {
        Map<String, Set<String>> joined = new TreeMap<>();
        compose.get("services")
                .forEachEntry((name, service) ->
                        names(service.get("networks"))
                                .forEach(network ->
                                        joined.computeIfAbsent(network, _ -> new TreeSet<>())
                                                .add(name)));
        NETWORKS.forEach((network, services) ->
                unless(
                        services.equals(joined.get(network)),
                        network,
                        "joins " + joined.get(network) + " and not " + services));
        joined.keySet()
                .forEach(each -> unless(NETWORKS.containsKey(each), each, "is no drawn network"));
        compose.get("networks")
                .forEachEntry((name, network) ->
                        unless(
                                WITH_A_WAY_OUT.contains(name)
                                        != network.path("internal").asBoolean(false),
                                name,
                                "has a way out, or should have one"));
    }

    /** The portal and Keycloak ask for each other by the addresses that people type. */
    private void names() {
        List<String> ports = Yaml.texts(compose.at("/services/traefik/ports"));
        String inside =
                Yaml.texts(compose.at("/services/traefik/command")).stream()
                        .filter(argument -> argument.startsWith(ENCRYPTED))
                        .map(argument -> argument.substring(ENCRYPTED.length()))
                        .findFirst()
                        .orElseThrow();
        unless(ports.contains(inside + ":" + inside), "traefik", "has other ports inside");
        unless(
                compose.at("/networks/edge/ipam/config/0").has("ip_range"),
                "traefik",
                "may find its address taken");
        unless(leadsToTraefik("edge", "KEYCLOAK_HOST"), "portal", "does not find Keycloak");
        unless(leadsToTraefik("identity", "PORTAL_HOST"), "keycloak", "does not find the portal");
    }

    private boolean leadsToTraefik(String network, String host) {
        return compose.at("/services/traefik/networks/" + network + "/aliases")
                .toString()
                .contains("${" + host + ":-");
    }

    private static Stream<String> names(JsonNode listOrMap) {
        return listOrMap.isArray() ? Yaml.texts(listOrMap).stream() : Yaml.keys(listOrMap);
    }

    private void secrets() {
        Set<String> used = new TreeSet<>();
        compose.get("services")
                .forEach(service ->
                        service.path("secrets")
                                .forEach(secret ->
                                        used.add(
                                                secret.path("source")
                                                        .asString(secret.asString("")))));
        Set<String> declared = new TreeSet<>(Yaml.keys(compose.get("secrets")).toList());
        unless(used.equals(declared), "secrets", "are " + declared + ", used are " + used);
        compose.get("secrets")
                .forEachEntry((name, secret) ->
                        unless(
                                secret.path("file").asString("").equals("./secrets/" + name),
                                name,
                                "is no file below secrets"));
    }

    private void unless(boolean well, String who, String what) {
        if (!well) {
            problems.add(who + " " + what);
        }
    }

    /** What is read from the surroundings, with its default. */
    static Map<String, String> variables(String text) {
        Map<String, String> variables = new TreeMap<>();
        Matcher each = Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)(?::?-([^}]*))?}").matcher(text);
        while (each.find()) {
            String fallback = each.group(2) == null ? "" : each.group(2);
            String other = variables.put(each.group(1), fallback);
            if (other != null && !other.equals(fallback)) {
                throw new IllegalStateException(each.group(1) + " has two defaults");
            }
        }
        return variables;
    }
}
