package io.opslore.connections.swarm;

import static io.opslore.connections.swarm.Forms.put;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one-line forms of a compose file, at length. */
final class ShortForms {

    private static final Pattern PORT =
            Pattern.compile("(?:\\d+\\.[\\d.]+:)?(?:(\\d+):)?(\\d+)(?:/(tcp|udp|sctp))?");

    private ShortForms() {}

    /** {@code source:target[:ro]}, or a target alone. */
    static Map<String, Object> mount(String written) {
        String[] parts = written.split(":");
        Map<String, Object> form = new LinkedHashMap<>();
        boolean isFolder = parts.length > 1 && parts[0].matches("[./~].*");
        put(form, "type", isFolder ? "bind" : "volume");
        put(form, "source", parts.length > 1 ? parts[0] : "");
        put(form, "target", parts.length > 1 ? parts[1] : parts[0]);
        put(form, "read_only", parts.length > 2 && parts[2].contains("ro") ? true : null);
        return form;
    }

    /** {@code [published:]target[/protocol]}; what is a range stays as it is. */
    static Map<String, Object> port(String written) {
        Matcher port = PORT.matcher(written);
        Map<String, Object> form = new LinkedHashMap<>();
        if (port.matches()) {
            put(form, "target", port.group(2));
            put(form, "published", port.group(1));
            put(form, "protocol", port.group(3) == null ? "tcp" : port.group(3));
        } else {
            put(form, "target", written);
        }
        return form;
    }

    /**
     * A config's or a secret's name alone.
     *
     * @param folder where it appears
     */
    static Map<String, Object> file(String folder, String name) {
        Map<String, Object> form = new LinkedHashMap<>();
        put(form, "source", name);
        put(form, "target", folder + name);
        return form;
    }
}
