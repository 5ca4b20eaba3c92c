package io.opslore.tools.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A call that somebody makes. */
record Attempt(String tool, Map<String, ?> arguments) {

    private static final List<String> PODS =
            List.of("crashing", "hungry", "probed", "unready", "fine", "api-2-x", "homeless");

    /** Through every tool, to everything that holds a secret. */
    static List<Attempt> all(String source) {
        List<Attempt> all = new ArrayList<>();
        all.add(new Attempt("k8s_namespaces_list", Map.of("source", source)));
        for (String kind :
                List.of("secrets", "cm", "pods", "deploy", "rs", "events", "namespaces")) {
            all.add(new Attempt("k8s_resources_list", Map.of("kind", kind)));
            all.add(new Attempt("k8s_resources_list", Map.of("kind", kind, "wide", true)));
            all.add(query("get " + kind + " -A -o wide"));
            all.add(query("get " + kind + " -n shop -o name"));
        }
        for (String view : List.of("summary", "yaml", "json", "status")) {
            all.add(read("secret", "db", view));
            all.add(read("Secrets", "db", view));
            all.add(read("configmap", "settings", view));
            all.add(read("pod", "crashing", view));
            all.add(read("deployments.apps", "api", view));
            all.add(read("rs", "api-1", view));
            all.add(read("event", "five", view));
        }
        for (String pod : PODS) {
            all.add(new Attempt("k8s_pod_logs", Map.of("pod", pod, "namespace", "shop")));
            all.add(new Attempt("k8s_workload_diagnose", target("pod", pod)));
            all.add(query("logs " + pod + " -n shop --previous --tail 2000"));
            all.add(query("describe pod " + pod + " -n shop"));
        }
        all.add(
                new Attempt(
                        "k8s_pod_logs",
                        Map.of("pod", "crashing", "namespace", "shop", "grep", "password")));
        all.add(
                new Attempt(
                        "k8s_pod_logs",
                        Map.of("pod", "crashing", "namespace", "shop", "grep", "MII")));
        all.add(new Attempt("k8s_workload_diagnose", target("deployment", "api")));
        all.add(new Attempt("k8s_rollout_get", target("deployment", "api")));
        all.add(new Attempt("k8s_events_list", Map.of()));
        all.add(new Attempt("k8s_secret_keys_get", Map.of("name", "db", "namespace", "shop")));
        all.add(new Attempt("k8s_top_list", Map.of()));
        all.add(new Attempt("k8s_apis_list", Map.of()));
        all.add(query("get secret db -n shop -o yaml"));
        all.add(query("get secret/db -n shop -o json"));
        all.add(query("describe secret db -n shop"));
        return all;
    }

    /** By which somebody might hope to change or run something, or to go elsewhere. */
    static List<Attempt> crafted() {
        List<Attempt> all = new ArrayList<>();
        for (String command :
                List.of(
                        "exec crashing -n shop -- sh -c id",
                        "attach crashing -n shop",
                        "delete pod crashing -n shop",
                        "apply -f -",
                        "create ns evil",
                        "edit deploy api",
                        "patch deploy api -p x",
                        "scale deploy api --replicas=0",
                        "cordon node1",
                        "drain node1",
                        "run evil --image=x",
                        "cp a b",
                        "proxy",
                        "port-forward crashing 80",
                        "rollout restart deploy/api -n shop",
                        "rollout undo deploy/api -n shop",
                        "get --raw /api/v1/secrets",
                        "get secret db -n shop -o jsonpath={.data}",
                        "get secret db -n shop -o go-template=x",
                        "get secret db -n shop -o custom-columns=A:.data",
                        "get pods; delete pod crashing",
                        "get pods | sh",
                        "get pods $(id)",
                        "get pods -n shop --as=admin",
                        "get pods --server=http://example.org",
                        "get pods --kubeconfig=/etc/passwd",
                        "get pods --token=x",
                        "get pods -w",
                        "logs -f crashing -n shop",
                        "get pods/exec -n shop",
                        "get pods/crashing/exec -n shop")) {
            all.add(query(command));
        }
        for (String hostile :
                List.of(
                        "crashing/exec?command=id",
                        "crashing/exec",
                        "crashing%2Fexec",
                        "../secrets/db",
                        "..",
                        "crashing?x=y",
                        "crashing#x",
                        "a\r\nDELETE / HTTP/1.1\r\n",
                        "crashing/proxy/")) {
            all.add(new Attempt("k8s_resource_get", target("pod", hostile)));
            all.add(new Attempt("k8s_pod_logs", Map.of("pod", hostile, "namespace", "shop")));
            all.add(new Attempt("k8s_pod_logs", Map.of("pod", "fine", "namespace", hostile)));
            all.add(new Attempt("k8s_resources_list", Map.of("kind", hostile)));
            all.add(
                    new Attempt(
                            "k8s_resources_list", Map.of("kind", "pods", "namespace", hostile)));
            all.add(
                    new Attempt(
                            "k8s_resources_list",
                            Map.of("kind", "pods", "labelSelector", hostile)));
            all.add(
                    new Attempt(
                            "k8s_resources_list",
                            Map.of("kind", "pods", "cursor", "0:" + hostile)));
            all.add(new Attempt("k8s_workload_diagnose", target("pod", hostile)));
            all.add(new Attempt("k8s_rollout_get", target("deploy", hostile)));
            all.add(
                    new Attempt(
                            "k8s_secret_keys_get", Map.of("name", hostile, "namespace", "shop")));
            all.add(new Attempt("k8s_top_list", Map.of("namespace", hostile)));
        }
        all.add(new Attempt("k8s_resource_get", Map.of("kind", "pods", "verb", "DELETE")));
        return all;
    }

    private static Attempt query(String command) {
        return new Attempt("k8s_query_run", Map.of("command", command));
    }

    private static Attempt read(String kind, String name, String view) {
        return new Attempt(
                "k8s_resource_get",
                Map.of("kind", kind, "name", name, "namespace", "shop", "view", view));
    }

    private static Map<String, String> target(String kind, String name) {
        return Map.of("kind", kind, "name", name, "namespace", "shop");
    }
}
