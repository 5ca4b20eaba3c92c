package io.opslore.tools.kubernetes;

import io.opslore.tools.ToolFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody means who writes as to kubectl: one of the tools, and what it is given.
 *
 * @param tool its name
 * @param arguments without the source
 */
record Query(String tool, Map<String, Object> arguments) {

    private static final Set<String> RUNNING =
            Set.of(
                    "pod",
                    "pods",
                    "po",
                    "deployment",
                    "deployments",
                    "deploy",
                    "statefulset",
                    "statefulsets",
                    "sts",
                    "daemonset",
                    "daemonsets",
                    "ds",
                    "replicaset",
                    "replicasets",
                    "rs",
                    "job",
                    "jobs");

    static Query of(String command) {
        List<String> words = QueryWords.of(command);
        if (!words.isEmpty() && words.getFirst().equals("kubectl")) {
            words = words.subList(1, words.size());
        }
        if (words.isEmpty()) {
            throw QueryWords.unsupported("There is no command.");
        }
        String verb = words.getFirst();
        var rest = words.subList(1, words.size());
        return switch (verb) {
            case "get" -> get(new QueryFlags(rest));
            case "describe" -> describe(new QueryFlags(rest));
            case "logs" -> logs(new QueryFlags(rest));
            case "top" -> top(new QueryFlags(rest));
            case "events" -> events(new QueryFlags(rest));
            case "rollout" -> rollout(new QueryFlags(rest));
            case "api-resources" -> new Query("k8s_apis_list", Map.of());
            default ->
                    throw QueryWords.unsupported(
                            verb.matches("[a-z-]{1,20}")
                                    ? verb + " is not done here."
                                    : "That is no command of kubectl.");
        };
    }

    private static Query get(QueryFlags flags) {
        flags.allowOnly(
                "get",
                "--namespace",
                "--all-namespaces",
                "--selector",
                "--field-selector",
                "--output",
                "--no-headers");
        String output = flags.value("--output").orElse("");
        if (!Set.of("", "name", "wide", "yaml", "json").contains(output)) {
            throw QueryWords.unsupported("The output can be name, wide, yaml or json.");
        }
        String[] target = target(flags.words());
        boolean whole = output.equals("yaml") || output.equals("json");
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("kind", target[0]);
        namespace(flags, arguments);
        if (target[1].isEmpty()) {
            if (whole) {
                throw QueryWords.unsupported("Whole objects are told one by one: name it.");
            }
            flags.value("--selector").ifPresent(one -> arguments.put("labelSelector", one));
            flags.value("--field-selector").ifPresent(one -> arguments.put("fieldSelector", one));
            if (!output.isEmpty()) {
                arguments.put(output.equals("wide") ? "wide" : "namesOnly", true);
            }
            return new Query("k8s_resources_list", arguments);
        }
        arguments.put("name", target[1]);
        arguments.put("view", whole ? output : "summary");
        return new Query("k8s_resource_get", arguments);
    }

    private static Query describe(QueryFlags flags) {
        flags.allowOnly("describe", "--namespace");
        String[] target = named(flags.words());
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("kind", target[0]);
        arguments.put("name", target[1]);
        namespace(flags, arguments);
        return new Query(
                RUNNING.contains(target[0]) ? "k8s_workload_diagnose" : "k8s_resource_get",
                arguments);
    }

    private static Query logs(QueryFlags flags) {
        flags.allowOnly(
                "logs",
                "--namespace",
                "--container",
                "--previous",
                "--tail",
                "--since",
                "--timestamps");
        List<String> words = flags.words();
        if (words.isEmpty() || words.size() > 2) {
            throw ToolFailure.invalid("The pod's name is missing.", "Write logs <pod>.");
        }
        String pod = words.getFirst().replaceFirst("^(pods?|po)/", "");
        if (pod.contains("/")) {
            throw QueryWords.unsupported("Logs are those of one pod: name it.");
        }
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("pod", pod);
        if (words.size() == 2) {
            arguments.put("container", words.get(1));
        }
        namespace(flags, arguments);
        flags.value("--container").ifPresent(one -> arguments.put("container", one));
        flags.value("--since").ifPresent(one -> arguments.put("since", one));
        flags.value("--tail").ifPresent(one -> arguments.put("tail", number(one)));
        if (flags.isSet("--previous")) {
            arguments.put("previous", true);
        }
        return new Query("k8s_pod_logs", arguments);
    }

    private static Query top(QueryFlags flags) {
        flags.allowOnly("top", "--namespace", "--all-namespaces", "--selector", "--sort-by");
        Map<String, Object> arguments = new HashMap<>();
        arguments.put(
                "kind",
                switch (String.join(" ", flags.words())) {
                    case "pod", "pods", "po" -> "pods";
                    case "node", "nodes", "no" -> "nodes";
                    default -> throw QueryWords.unsupported("Top takes pods or nodes.");
                });
        namespace(flags, arguments);
        flags.value("--selector").ifPresent(one -> arguments.put("labelSelector", one));
        flags.value("--sort-by").ifPresent(one -> arguments.put("sort", one));
        return new Query("k8s_top_list", arguments);
    }

    private static Query events(QueryFlags flags) {
        flags.allowOnly("events", "--namespace", "--all-namespaces", "--for", "--types");
        Map<String, Object> arguments = new HashMap<>();
        namespace(flags, arguments);
        flags.value("--types").ifPresent(one -> arguments.put("type", one));
        flags.value("--for")
                .ifPresent(one -> {
                    String[] target = named(List.of(one));
                    arguments.put("kind", target[0]);
                    arguments.put("name", target[1]);
                });
        return new Query("k8s_events_list", arguments);
    }

    private static Query rollout(QueryFlags flags) {
        flags.allowOnly("rollout", "--namespace");
        List<String> words = flags.words();
        if (words.isEmpty() || !Set.of("status", "history").contains(words.getFirst())) {
            throw QueryWords.unsupported("Of rollouts only status and history are told.");
        }
        String[] target = named(words.subList(1, words.size()));
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("kind", target[0]);
        arguments.put("name", target[1]);
        namespace(flags, arguments);
        return new Query("k8s_rollout_get", arguments);
    }

    private static String[] named(List<String> words) {
        String[] target = target(words);
        if (target[1].isEmpty()) {
            throw ToolFailure.invalid("A name is missing.", "Write kind and name.");
        }
        return target;
    }

    /** Kind and name, the latter empty where there is none. */
    private static String[] target(List<String> words) {
        String first = words.isEmpty() ? "" : words.getFirst();
        int slash = first.indexOf('/');
        if (words.isEmpty() || words.size() > 2 || slash > 0 && words.size() > 1) {
            throw QueryWords.unsupported("It takes one kind, and one name or none.");
        }
        if (first.contains(",")) {
            throw QueryWords.unsupported("It takes one kind at a time.");
        }
        return slash > 0
                ? new String[] {first.substring(0, slash), first.substring(slash + 1)}
                : new String[] {first, words.size() > 1 ? words.get(1) : ""};
    }

    private static void namespace(QueryFlags flags, Map<String, Object> arguments) {
        flags.value("--namespace").ifPresent(one -> arguments.put("namespace", one));
    }

    private static int number(String written) {
        if (!written.matches("\\d{1,6}")) {
            throw ToolFailure.invalid("The tail is no number.", "Write --tail=100.");
        }
        return Integer.parseInt(written);
    }
}
