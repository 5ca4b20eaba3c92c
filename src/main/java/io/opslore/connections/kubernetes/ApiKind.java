package io.opslore.connections.kubernetes;

import java.util.List;
import java.util.Locale;

/**
 * A kind of object that a cluster serves.
 *
 * @param group empty for the core
 * @param plural as it stands in paths
 * @param names others that it is asked for by, in lower case: singular and short ones
 */
public record ApiKind(
        String group,
        String version,
        String kind,
        String plural,
        boolean namespaced,
        List<String> names) {

    public ApiKind {
        names = List.copyOf(names);
    }

    /** As objects say it: {@code apps/v1}. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** Whether somebody who writes this means it: {@code deploy}, {@code deployments.apps}. */
    boolean isCalled(String written) {
        String asked = written.toLowerCase(Locale.ROOT);
        int dot = asked.indexOf('.');
        if (dot > 0 && !isOfGroup(asked.substring(dot + 1))) {
            return false;
        }
        String name = dot > 0 ? asked.substring(0, dot) : asked;
        return name.equals(plural)
                || name.equals(kind.toLowerCase(Locale.ROOT))
                || names.contains(name);
    }

    private boolean isOfGroup(String written) {
        return written.equals(group) || written.equals(version + "." + group);
    }

    /** Where objects of it are. */
    String path(String namespace) {
        return (group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version)
                + (namespace.isEmpty() ? "" : "/namespaces/" + Segment.of(namespace))
                + "/"
                + Segment.of(plural);
    }
}
