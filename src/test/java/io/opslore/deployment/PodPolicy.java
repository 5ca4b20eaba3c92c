package io.opslore.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the project asks of pods. */
final class PodPolicy {

    /** The one that asks the cluster it runs in. */
    private static final Set<String> ASKS_ITS_CLUSTER = Set.of("mcp-kubernetes");

    /** Made by somebody else: secrets by whoever runs it, authorities by trust-manager. */
    private static final Set<String> FROM_OUTSIDE =
            Set.of(
                    "opslore",
                    "mcp-gitea",
                    "mcp-kubernetes",
                    "mcp-swarm",
                    "mcp-docs",
                    "opslore-metrics",
                    "opslore-authorities");

    private static final Map<String, Set<String>> PROBED =
            Map.of(
                    "opslore",
                    Set.of("/actuator/health/liveness", "/actuator/health/readiness"),
                    "ollama",
                    Set.of("/api/version"));

    private final Cluster cluster;
    private final List<String> problems = new ArrayList<>();

    private PodPolicy(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Each a sentence; none where all is well. */
    static List<String> problems(Cluster cluster) {
        var policy = new PodPolicy(cluster);
        cluster.workloads().forEach(policy::workload);
        return policy.problems;
    }

    private void workload(JsonNode workload) {
        String who = Cluster.what(workload);
        JsonNode pod = workload.at("/spec/template/spec");
        unless(pod.at("/securityContext/runAsNonRoot").asBoolean(false), who, "may run as root");
        unless(
                pod.at("/securityContext/seccompProfile/type")
                        .asString("")
                        .equals("RuntimeDefault"),
                who,
                "has no seccomp profile");
        for (String host : List.of("hostNetwork", "hostPID", "hostIPC")) {
            unless(!pod.has(host), who, "has " + host);
        }
        unless(
                pod.path("automountServiceAccountToken").asBoolean(true)
                        == ASKS_ITS_CLUSTER.contains(Cluster.name(workload)),
                who,
                "has a token that it does not need, or none");
        unless(!pod.path("enableServiceLinks").asBoolean(true), who, "is told of services");
        unless(pod.path("terminationGracePeriodSeconds").asInt(0) >= 30, who, "has no time to end");
        exists("ServiceAccount", workload, pod.path("serviceAccountName").asString("none"));
        pod.path("volumes").forEach(volume -> volume(workload, volume));
        for (JsonNode container : pod.path("containers")) {
            container(workload, pod, container);
        }
    }

    private void container(JsonNode workload, JsonNode pod, JsonNode container) {
        String who = Cluster.what(workload);
        JsonNode rights = container.path("securityContext");
        unless(rights.path("readOnlyRootFilesystem").asBoolean(false), who, "writes its root");
        unless(
                !rights.path("allowPrivilegeEscalation").asBoolean(true),
                who,
                "may gain privileges");
        unless(!rights.path("privileged").asBoolean(false), who, "is privileged");
        unless(
                rights.at("/capabilities/drop").toString().equals("[\"ALL\"]"),
                who,
                "has capabilities");
        unless(!rights.at("/capabilities").has("add"), who, "adds capabilities");
        for (String resource : List.of("cpu", "memory", "ephemeral-storage")) {
            unless(
                    container.at("/resources/limits").has(resource),
                    who,
                    "has no limit of " + resource);
            unless(
                    container.at("/resources/requests").has(resource),
                    who,
                    "requests no " + resource);
        }
        String image = container.path("image").asString("");
        unless(
                image.matches("[a-z0-9./-]+:v?\\d+\\.[\\w.-]+"),
                who,
                "has no pinned version: " + image);
        probes(who, container);
        Set<String> volumes = names(pod.path("volumes"));
        for (JsonNode mount : container.path("volumeMounts")) {
            unless(
                    volumes.contains(mount.get("name").asString()),
                    who,
                    "mounts what is not there: " + mount);
        }
        for (JsonNode source : container.path("envFrom")) {
            exists("ConfigMap", workload, source.at("/configMapRef/name").asString("none"));
        }
        for (JsonNode variable : container.path("env")) {
            unless(
                    !variable.toString().matches("(?i).*(password|secret|token).*"),
                    who,
                    "has a secret in its environment: " + variable);
        }
    }

    private void probes(String who, JsonNode container) {
        for (String kind : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            JsonNode get = container.path(kind).path("httpGet");
            String image = container.path("image").asString("").replaceAll(".*/|:.*", "");
            unless(
                    PROBED.getOrDefault(image, Set.of()).contains(get.path("path").asString("")),
                    who,
                    "has a " + kind + " that asks for nothing that is there");
            unless(
                    names(container.path("ports")).contains(get.path("port").asString("")),
                    who,
                    "has a " + kind + " at no port");
        }
    }

    private void volume(JsonNode workload, JsonNode volume) {
        String who = Cluster.what(workload);
        unless(!volume.has("hostPath"), who, "mounts its host");
        if (volume.has("persistentVolumeClaim")) {
            exists(
                    "PersistentVolumeClaim",
                    workload,
                    volume.at("/persistentVolumeClaim/claimName").asString());
        } else if (volume.has("configMap")) {
            exists("ConfigMap", workload, volume.at("/configMap/name").asString());
        } else if (volume.has("secret")) {
            String secret = volume.at("/secret/secretName").asString();
            boolean certified =
                    cluster.ofKind("Certificate")
                            .anyMatch(each ->
                                    each.at("/spec/secretName").asString("").equals(secret));
            unless(
                    certified || FROM_OUTSIDE.contains(secret),
                    who,
                    "wants a secret that nobody makes: " + secret);
        } else {
            unless(
                    volume.at("/emptyDir/sizeLimit").isString(),
                    who,
                    "has a folder without a limit");
        }
    }

    private void exists(String kind, JsonNode by, String name) {
        unless(
                FROM_OUTSIDE.contains(name) && kind.equals("ConfigMap")
                        || cluster.find(kind, Cluster.namespace(by), name).isPresent(),
                Cluster.what(by),
                "names a " + kind + " that is not there: " + name);
    }

    private static Set<String> names(JsonNode list) {
        return Set.copyOf(list.valueStream().map(each -> each.path("name").asString("")).toList());
    }

    private void unless(boolean well, String who, String what) {
        if (!well) {
            problems.add(who + " " + what);
        }
    }
}
