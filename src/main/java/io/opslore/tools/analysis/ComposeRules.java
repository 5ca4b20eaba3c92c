package io.opslore.tools.analysis;

import java.util.Map;

/** Compose files and stacks. */
final class ComposeRules {

    private final Report report;

    ComposeRules(Report report) {
        this.report = report;
    }

    void look(String text) {
        for (YamlValue file : YamlText.read(text, report)) {
            if (file.get("version").isThere()) {
                report.note(
                        "compose-version",
                        file.get("version").line(),
                        "version means nothing to Compose any more",
                        "Remove it unless docker stack deploy reads this file.");
            }
            file.get("services").entries().forEach(this::service);
        }
    }

    private void service(String name, YamlValue service) {
        report.holds("service " + name);
        Images.look(report, "compose", service.get("image").text(), service.get("image").line());
        if (service.get("privileged").is("true")) {
            report.error(
                    "compose-privileged",
                    service.get("privileged").line(),
                    "Service %s is privileged".formatted(name),
                    "Remove it; add the one capability that is needed instead.");
        }
        if (service.get("network_mode").is("host")) {
            report.warn(
                    "compose-host-network",
                    service.get("network_mode").line(),
                    "Service %s uses the machine's own network".formatted(name),
                    "Publish the ports that are needed.");
        }
        service.get("volumes").items().forEach(volume -> volume(name, volume));
        if (!service.mayHave("deploy", "resources", "limits") && !service.mayHave("mem_limit")) {
            report.note(
                    "compose-no-limits",
                    service.line(),
                    "Service %s has no memory limit".formatted(name),
                    "Set deploy.resources.limits.memory.");
        }
        if (!service.mayHave("healthcheck")) {
            report.note(
                    "compose-no-healthcheck",
                    service.line(),
                    "Service %s does not say whether it is well".formatted(name),
                    "Add a healthcheck.");
        }
        cap(name, service);
    }

    private void volume(String name, YamlValue volume) {
        Map<String, YamlValue> parts = volume.entries();
        String source = parts.isEmpty() ? volume.text() : volume.get("source").text();
        if (source.contains("docker.sock")) {
            report.error(
                    "compose-docker-socket",
                    volume.line(),
                    "Service %s gets the machine's Docker".formatted(name),
                    "Whoever is in it owns the machine; put a proxy between that only reads.");
        }
    }

    private void cap(String name, YamlValue service) {
        for (YamlValue added : service.get("cap_add").items()) {
            if (added.is("ALL") || added.is("SYS_ADMIN")) {
                report.warn(
                        "compose-capability",
                        added.line(),
                        "Service %s gets %s".formatted(name, added.text()),
                        "Add only the capability that is needed.");
            }
        }
    }
}
