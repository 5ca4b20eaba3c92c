package io.opslore.tools.analysis;

import com.google.re2j.Pattern;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Kubernetes manifests. */
final class KubernetesRules {

    private static final Pattern OBJECT =
            Pattern.compile("^(apiVersion|\\s*-?\\s*apiVersion):\\s*\\S", Pattern.MULTILINE);
    private static final Pattern KIND = Pattern.compile("^\\s*kind:\\s*\\S", Pattern.MULTILINE);
    private static final Map<String, String[]> POD_OF =
            Map.of(
                    "Pod", new String[] {"spec"},
                    "Deployment", new String[] {"spec", "template", "spec"},
                    "StatefulSet", new String[] {"spec", "template", "spec"},
                    "DaemonSet", new String[] {"spec", "template", "spec"},
                    "ReplicaSet", new String[] {"spec", "template", "spec"},
                    "Job", new String[] {"spec", "template", "spec"},
                    "CronJob", new String[] {"spec", "jobTemplate", "spec", "template", "spec"});
    private static final Set<String> SERVING =
            Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Pod");

    private final Report report;

    KubernetesRules(Report report) {
        this.report = report;
    }

    /** Whether the text looks like one: other tools use YAML too. */
    static boolean isObject(String text) {
        return OBJECT.matcher(text).find() && KIND.matcher(text).find();
    }

    void look(String text) {
        YamlText.read(text, report).forEach(this::object);
    }

    void object(YamlValue object) {
        String kind = object.get("kind").text();
        if (kind.endsWith("List")) {
            object.get("items").items().forEach(this::object);
            return;
        }
        if (kind.isEmpty() || !object.get("apiVersion").isThere()) {
            return;
        }
        String name = object.get("metadata", "name").text();
        report.holds(kind + "/" + (name.contains(HelmTemplate.MARK) ? "…" : name));
        version(object, kind);
        String[] pod = POD_OF.get(kind);
        if (pod != null) {
            new PodRules(report, SERVING.contains(kind)).look(object.get(pod));
        }
        switch (kind) {
            case "Secret" -> secret(object);
            case "Role", "ClusterRole" -> rights(object);
            default -> {
                // Others are only counted.
            }
        }
    }

    private void version(YamlValue object, String kind) {
        YamlValue version = object.get("apiVersion");
        RemovedApis.of(version.text(), kind)
                .ifPresent(removed ->
                        report.error(
                                "k8s-api-removed",
                                version.line(),
                                "%s of %s is not served since Kubernetes %s"
                                        .formatted(kind, version.text(), removed.in()),
                                removed.instead().equals("nothing")
                                        ? "There is no successor; remove it."
                                        : "Use %s; its fields may differ."
                                                .formatted(removed.instead())));
    }

    private void secret(YamlValue object) {
        boolean holds =
                Stream.of("data", "stringData")
                        .flatMap(name -> object.get(name).entries().values().stream())
                        .anyMatch(value -> !value.text().isEmpty() && !value.isTemplate());
        if (holds) {
            report.error(
                    "k8s-secret-in-git",
                    object.line(),
                    "A Secret with its values stands in the repository",
                    "Take it out and rotate it; use SealedSecret, ExternalSecret or a vault.");
        }
    }

    private void rights(YamlValue role) {
        for (YamlValue rule : role.get("rules").items()) {
            if (hasStar(rule.get("verbs")) && hasStar(rule.get("resources"))) {
                report.warn(
                        "k8s-rbac-everything",
                        rule.line(),
                        "The role may do everything with everything",
                        "Name the resources and verbs that are needed.");
            }
        }
    }

    private static boolean hasStar(YamlValue list) {
        return list.items().stream().anyMatch(item -> item.is("*"));
    }
}
