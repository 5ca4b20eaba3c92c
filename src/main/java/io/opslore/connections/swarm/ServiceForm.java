package io.opslore.connections.swarm;

import static io.opslore.connections.swarm.Forms.put;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * A service as a compose file would say it, secrets and all: for {@link Hidden} to clean before
 * anybody sees it.
 */
final class ServiceForm {

    private final Names names;
    private final UnaryOperator<String> inStack;

    /**
     * @param inStack a name as the stack's own file calls it
     */
    ServiceForm(Names names, UnaryOperator<String> inStack) {
        this.names = names;
        this.inStack = inStack;
    }

    /**
     * @param spec of the service
     */
    Map<String, Object> of(JsonNode spec) {
        JsonNode task = spec.path("TaskTemplate");
        JsonNode container = task.path("ContainerSpec");
        Map<String, Object> form = new LinkedHashMap<>();
        put(form, "image", container.path("Image").asString(""));
        put(form, "entrypoint", Forms.texts(container.path("Command")));
        put(form, "command", Forms.texts(container.path("Args")));
        put(form, "environment", Forms.environment(container.path("Env")));
        put(form, "labels", Forms.labels(container.path("Labels")));
        process(container, form);
        put(form, "healthcheck", healthcheck(container.path("Healthcheck")));
        put(form, "volumes", container.path("Mounts").valueStream().map(this::mount).toList());
        put(form, "configs", files(container.path("Configs"), "ConfigName"));
        put(form, "secrets", files(container.path("Secrets"), "SecretName"));
        put(form, "networks", networks(task.path("Networks")));
        put(form, "ports", ports(spec.path("EndpointSpec").path("Ports")));
        put(form, "logging", logging(task.path("LogDriver")));
        put(form, "deploy", Deployment.of(spec));
        return form;
    }

    private static void process(JsonNode container, Map<String, Object> form) {
        put(form, "hostname", container.path("Hostname").asString(""));
        put(form, "user", container.path("User").asString(""));
        put(form, "group_add", Forms.texts(container.path("Groups")));
        put(form, "working_dir", container.path("Dir").asString(""));
        put(form, "tty", Forms.truth(container.path("TTY")));
        put(form, "stdin_open", Forms.truth(container.path("OpenStdin")));
        put(form, "read_only", Forms.truth(container.path("ReadOnly")));
        put(form, "init", Forms.truth(container.path("Init")));
        put(form, "stop_signal", container.path("StopSignal").asString(""));
        put(form, "stop_grace_period", Forms.duration(container.path("StopGracePeriod")));
        put(form, "extra_hosts", Forms.hosts(container.path("Hosts")));
        put(form, "dns", Forms.texts(container.path("DNSConfig").path("Nameservers")));
        put(form, "dns_search", Forms.texts(container.path("DNSConfig").path("Search")));
        put(form, "cap_add", Forms.texts(container.path("CapabilityAdd")));
        put(form, "cap_drop", Forms.texts(container.path("CapabilityDrop")));
        put(form, "sysctls", Forms.strings(container.path("Sysctls")));
    }

    private static Map<String, Object> healthcheck(JsonNode check) {
        Map<String, Object> form = new LinkedHashMap<>();
        List<String> test = Forms.texts(check.path("Test"));
        if (test.equals(List.of("NONE"))) {
            return Map.of("disable", true);
        }
        put(form, "test", test);
        put(form, "interval", Forms.duration(check.path("Interval")));
        put(form, "timeout", Forms.duration(check.path("Timeout")));
        put(form, "start_period", Forms.duration(check.path("StartPeriod")));
        put(form, "retries", Forms.number(check.path("Retries")));
        return form;
    }

    private Map<String, Object> mount(JsonNode mount) {
        String type = mount.path("Type").asString("volume");
        String source = mount.path("Source").asString("");
        Map<String, Object> form = new LinkedHashMap<>();
        put(form, "type", type);
        put(form, "source", type.equals("volume") ? inStack.apply(source) : source);
        put(form, "target", mount.path("Target").asString(""));
        put(form, "read_only", Forms.truth(mount.path("ReadOnly")));
        Map<String, Object> bind = new LinkedHashMap<>();
        put(bind, "propagation", mount.path("BindOptions").path("Propagation").asString(""));
        put(form, "bind", bind);
        Map<String, Object> volume = new LinkedHashMap<>();
        put(volume, "nocopy", Forms.truth(mount.path("VolumeOptions").path("NoCopy")));
        put(form, "volume", volume);
        Map<String, Object> tmpfs = new LinkedHashMap<>();
        put(tmpfs, "size", Forms.number(mount.path("TmpfsOptions").path("SizeBytes")));
        put(form, "tmpfs", tmpfs);
        return form;
    }

    private List<Map<String, Object>> files(JsonNode references, String name) {
        return references
                .valueStream()
                .map(reference -> {
                    JsonNode file = reference.path("File");
                    Map<String, Object> form = new LinkedHashMap<>();
                    put(form, "source", inStack.apply(reference.path(name).asString("")));
                    put(form, "target", file.path("Name").asString(""));
                    put(form, "uid", unless("0", file.path("UID").asString("")));
                    put(form, "gid", unless("0", file.path("GID").asString("")));
                    put(
                            form,
                            "mode",
                            file.path("Mode").asInt(0444) == 0444
                                    ? null
                                    : file.path("Mode").asInt());
                    return form;
                })
                .toList();
    }

    private static String unless(String usual, String value) {
        return value.equals(usual) ? "" : value;
    }

    private Map<String, Object> networks(JsonNode attachments) {
        Map<String, Object> form = new LinkedHashMap<>();
        for (JsonNode attachment : attachments) {
            Map<String, Object> options = new LinkedHashMap<>();
            put(options, "aliases", Forms.texts(attachment.path("Aliases")));
            String network = names.network(attachment.path("Target").asString(""));
            form.put(inStack.apply(network), options);
        }
        return form;
    }

    private static List<Map<String, Object>> ports(JsonNode ports) {
        return ports.valueStream()
                .map(port -> {
                    Map<String, Object> form = new LinkedHashMap<>();
                    put(form, "target", Forms.number(port.path("TargetPort")));
                    put(form, "published", Forms.number(port.path("PublishedPort")));
                    put(form, "protocol", port.path("Protocol").asString("tcp"));
                    put(form, "mode", port.path("PublishMode").asString("ingress"));
                    return form;
                })
                .toList();
    }

    private static Map<String, Object> logging(JsonNode driver) {
        Map<String, Object> form = new LinkedHashMap<>();
        put(form, "driver", driver.path("Name").asString(""));
        put(form, "options", Forms.strings(driver.path("Options")));
        return form;
    }
}
