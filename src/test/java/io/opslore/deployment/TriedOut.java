package io.opslore.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real API server that is sent objects as {@code kubectl apply --server-side} sends them. Unknown
 * fields are refused.
 */
final class TriedOut {

    /** What the server said: of an object that is as it should be, nothing. */
    record Answer(int status, String refusal, List<String> warnings) {

        List<String> complaints() {
            return status < 300
                    ? warnings
                    : Stream.concat(Stream.of(status + " " + refusal), warnings.stream()).toList();
        }
    }

    /** A kind of object as the server has it; subresources are kinds of their own. */
    record Resource(String group, String version, String name, String kind, boolean namespaced) {

        String root() {
            return group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
        }
    }

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String STRICT = "fieldValidation=Strict&fieldManager=tests";

    private final KubernetesClient client;
    private final Map<String, List<Resource>> resources = new HashMap<>();

    TriedOut(KubernetesClient client) {
        this.client = client;
    }

    /** Would the server take it? It keeps nothing. */
    Answer tried(JsonNode object) {
        return apply(object, "?force=true&dryRun=All&" + STRICT);
    }

    /** Lets the server keep it. */
    void made(JsonNode object) {
        assertThat(apply(object, "?force=true&" + STRICT).complaints())
                .as(Cluster.what(object))
                .isEmpty();
    }

    /** Would the server let a pod of this workload be made? Pods are what it keeps to the rules. */
    Answer triedPod(JsonNode workload) {
        Map<String, Object> pod =
                Map.of(
                        "apiVersion",
                        "v1",
                        "kind",
                        "Pod",
                        "metadata",
                        Map.of("name", "tried"),
                        "spec",
                        workload.at("/spec/template/spec"));
        String pods = "/api/v1/namespaces/" + Cluster.namespace(workload) + "/pods";
        return send(
                "POST",
                pods + "?dryRun=All&" + STRICT,
                "application/json",
                JSON.writeValueAsString(pod));
    }

    /** Whether the server knows its kind. */
    boolean knows(JsonNode object) {
        return resource(object).isPresent();
    }

    /** Every resource that the server has, with subresources such as {@code pods/exec}. */
    List<Resource> all() {
        List<Resource> all = new ArrayList<>(of("v1"));
        for (JsonNode group : get("/apis").get("groups")) {
            all.addAll(of(group.at("/preferredVersion/groupVersion").asString()));
        }
        return all;
    }

    /** Whether somebody may do it, as the server decides. */
    boolean may(String account, String verb, Resource resource) {
        String[] names = resource.name().split("/", 2);
        Map<String, Object> what = new HashMap<>();
        what.put("verb", verb);
        what.put("group", resource.group());
        what.put("resource", names[0]);
        what.put("subresource", names.length > 1 ? names[1] : "");
        what.put("namespace", resource.namespaced() ? "default" : "");
        Map<String, Object> review =
                Map.of(
                        "apiVersion",
                        "authorization.k8s.io/v1",
                        "kind",
                        "SubjectAccessReview",
                        "spec",
                        Map.of(
                                "user",
                                "system:serviceaccount:" + account,
                                "groups",
                                List.of("system:serviceaccounts", "system:authenticated"),
                                "resourceAttributes",
                                what));
        HttpResponse<String> answer =
                answer(
                        "POST",
                        "/apis/authorization.k8s.io/v1/subjectaccessreviews",
                        "application/json",
                        JSON.writeValueAsString(review));
        assertThat(answer.code()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).at("/status/allowed").asBoolean();
    }

    private Answer apply(JsonNode object, String query) {
        Resource resource = resource(object).orElseThrow();
        String namespace = resource.namespaced() ? "/namespaces/" + Cluster.namespace(object) : "";
        String path =
                resource.root()
                        + namespace
                        + "/"
                        + resource.name()
                        + "/"
                        + Cluster.name(object)
                        + query;
        return send("PATCH", path, "application/apply-patch+yaml", object.toString());
    }

    private Answer send(String method, String path, String type, String body) {
        HttpResponse<String> answer = answer(method, path, type, body);
        String refusal =
                answer.isSuccessful() ? "" : JSON.readTree(answer.body()).at("/message").asString();
        return new Answer(answer.code(), refusal, answer.headers("Warning"));
    }

    private HttpResponse<String> answer(String method, String path, String type, String body) {
        HttpRequest request =
                client.getHttpClient()
                        .newHttpRequestBuilder()
                        .uri(client.getMasterUrl().toString().replaceFirst("/$", "") + path)
                        .method(method, type, body)
                        .build();
        return client.getHttpClient().sendAsync(request, String.class).join();
    }

    private Optional<Resource> resource(JsonNode object) {
        return of(object.get("apiVersion").asString()).stream()
                .filter(resource -> resource.kind().equals(object.get("kind").asString()))
                .filter(resource -> !resource.name().contains("/"))
                .findFirst();
    }

    private List<Resource> of(String version) {
        return resources.computeIfAbsent(version, this::discovered);
    }

    private List<Resource> discovered(String version) {
        String[] parts = version.contains("/") ? version.split("/") : new String[] {"", version};
        String root = new Resource(parts[0], parts[1], "", "", false).root();
        return get(root)
                .path("resources")
                .valueStream()
                .map(each ->
                        new Resource(
                                parts[0],
                                parts[1],
                                each.get("name").asString(),
                                each.get("kind").asString(),
                                each.get("namespaced").asBoolean()))
                .toList();
    }

    private JsonNode get(String path) {
        String body = client.raw(path);
        return JSON.readTree(body == null ? "{}" : body);
    }
}
