package io.opslore.tools.analysis;

import java.util.List;
import java.util.Set;

/** What a pod is made from. */
final class PodRules {

    private static final Set<String> MIGHTY =
            Set.of("ALL", "SYS_ADMIN", "SYS_PTRACE", "SYS_MODULE", "NET_ADMIN", "DAC_READ_SEARCH");

    private final Report report;
    private final boolean serves;

    /**
     * @param serves whether it runs for ever, and so has to say whether it is well
     */
    PodRules(Report report, boolean serves) {
        this.report = report;
        this.serves = serves;
    }

    void look(YamlValue pod) {
        for (String shared : List.of("hostNetwork", "hostPID", "hostIPC")) {
            if (pod.get(shared).is("true")) {
                report.warn(
                        "k8s-host-namespace",
                        pod.get(shared).line(),
                        "The pod uses the node's own: " + shared,
                        "Remove it unless the pod serves the node itself.");
            }
        }
        pod.get("volumes").items().forEach(this::volume);
        for (YamlValue container : pod.get("containers").items()) {
            container(container, pod);
            resources(container);
            if (serves) {
                probes(container);
            }
        }
        pod.get("initContainers").items().forEach(container -> container(container, pod));
    }

    private void volume(YamlValue volume) {
        YamlValue path = volume.get("hostPath", "path");
        if (path.text().endsWith("docker.sock") || path.text().endsWith("containerd.sock")) {
            report.error(
                    "k8s-runtime-socket",
                    path.line(),
                    "The pod gets the node's container runtime: " + path.text(),
                    "Whoever is in it owns the node; build or deploy in another way.");
        } else if (path.isThere()) {
            report.warn(
                    "k8s-host-path",
                    path.line(),
                    "The pod sees a folder of the node: " + path.text(),
                    "Use a volume claim, a ConfigMap or an emptyDir.");
        }
    }

    private void container(YamlValue container, YamlValue pod) {
        Images.look(report, "k8s", container.get("image").text(), container.get("image").line());
        YamlValue rights = container.get("securityContext");
        if (rights.get("privileged").is("true")) {
            report.error(
                    "k8s-privileged",
                    rights.get("privileged").line(),
                    "Container %s is privileged".formatted(name(container)),
                    "Remove it; add the one capability that is needed instead.");
        }
        if (rights.get("allowPrivilegeEscalation").is("true")) {
            report.warn(
                    "k8s-escalation",
                    rights.get("allowPrivilegeEscalation").line(),
                    "Container %s may gain rights".formatted(name(container)),
                    "Set allowPrivilegeEscalation: false.");
        }
        for (YamlValue added : rights.get("capabilities", "add").items()) {
            if (MIGHTY.contains(added.text())) {
                report.warn(
                        "k8s-capability",
                        added.line(),
                        "Container %s gets %s".formatted(name(container), added.text()),
                        "Drop ALL and add only what is needed.");
            }
        }
        root(container, rights, pod.get("securityContext"));
    }

    private void root(YamlValue container, YamlValue own, YamlValue ofPod) {
        for (YamlValue rights : List.of(own, ofPod)) {
            if (rights.get("runAsUser").is("0")) {
                report.warn(
                        "k8s-root",
                        rights.get("runAsUser").line(),
                        "Container %s runs as root".formatted(name(container)),
                        "Set runAsNonRoot: true and a user above 0.");
                return;
            }
        }
        if (!own.mayHave("runAsNonRoot") && !ofPod.mayHave("runAsNonRoot")) {
            report.note(
                    "k8s-may-be-root",
                    container.line(),
                    "Nothing keeps container %s from running as root".formatted(name(container)),
                    "Set securityContext.runAsNonRoot: true.");
        }
    }

    private void resources(YamlValue container) {
        YamlValue resources = container.get("resources");
        if (!container.mayHave("resources", "limits", "memory")) {
            report.warn(
                    "k8s-no-limits",
                    resources.isThere() ? resources.line() : container.line(),
                    "Container %s has no memory limit".formatted(name(container)),
                    "Set resources.limits.memory: one leak can take the whole node.");
        }
        if (!container.mayHave("resources", "requests")) {
            report.warn(
                    "k8s-no-requests",
                    resources.isThere() ? resources.line() : container.line(),
                    "Container %s requests no cpu and memory".formatted(name(container)),
                    "Set resources.requests: the scheduler places it blindly otherwise.");
        }
    }

    private void probes(YamlValue container) {
        if (!container.mayHave("readinessProbe")) {
            report.warn(
                    "k8s-no-readiness",
                    container.line(),
                    "Container %s has no readinessProbe".formatted(name(container)),
                    "Add one: requests come before it can answer otherwise.");
        }
        if (!container.mayHave("livenessProbe")) {
            report.note(
                    "k8s-no-liveness",
                    container.line(),
                    "Container %s has no livenessProbe".formatted(name(container)),
                    "Add one if it can hang without ending.");
        }
    }

    private static String name(YamlValue container) {
        String name = container.get("name").text();
        return name.contains(HelmTemplate.MARK) ? "…" : name;
    }
}
