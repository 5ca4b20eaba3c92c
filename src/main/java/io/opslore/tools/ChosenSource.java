package io.opslore.tools;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionInfo;
import io.opslore.connections.Connections;
import io.opslore.identity.Asker;
import io.opslore.tools.ToolFailure.Code;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Opens the connection that a call names by its {@code source}, or the only one there is. What is
 * not there and what the asker may not look into look alike. Thread-safe.
 */
@Component
public class ChosenSource {

    private static final String NAME = "source";
    private static final int NAMED = 10;

    private final Connections connections;

    ChosenSource(Connections connections) {
        this.connections = connections;
    }

    /** What tools that look into connections take besides their own. */
    public static ToolParameter parameter() {
        return ToolParameter.text(
                        NAME,
                        "Id of the connection to look into; leave it out where there is only one")
                .optional();
    }

    /**
     * @param kinds of connections that the tool can look into
     * @throws ToolFailure where there is none for the asker, or they have to choose
     */
    public Connection open(ToolArguments arguments, Asker asker, String... kinds) {
        List<ConnectionInfo> usable = usable(asker, kinds);
        ConnectionInfo chosen =
                arguments
                        .find(NAME)
                        .map(id -> named(id, usable))
                        .orElseGet(() -> onlyOne(usable, kinds));
        return connections.open(chosen.id().value(), chosen.kind(), asker);
    }

    /** Those that the asker may look into, by name. */
    public List<ConnectionInfo> usable(Asker asker, String... kinds) {
        return connections.usable(asker).stream()
                .filter(one -> Arrays.asList(kinds).contains(one.kind()))
                .toList();
    }

    private static ConnectionInfo named(String id, List<ConnectionInfo> usable) {
        return usable.stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new ToolFailure(
                                Code.NOT_FOUND,
                                "There is no source " + Shown.of(id) + " of that kind for you.",
                                usable.isEmpty()
                                        ? "Ask an administrator to connect one."
                                        : "Use one of: " + ids(usable) + "."));
    }

    private static ConnectionInfo onlyOne(List<ConnectionInfo> usable, String... kinds) {
        return switch (usable.size()) {
            case 0 ->
                    throw new ToolFailure(
                            Code.NOT_FOUND,
                            "Nothing of the kind " + String.join(" or ", kinds) + " is connected.",
                            "Ask an administrator to connect it, or for access to its space.");
            case 1 -> usable.getFirst();
            default ->
                    throw ToolFailure.invalid(
                            "There are several sources.",
                            "Give source as one of: " + ids(usable) + ".");
        };
    }

    private static String ids(List<ConnectionInfo> usable) {
        String some =
                usable.stream()
                        .limit(NAMED)
                        .map(one -> one.id().value())
                        .collect(Collectors.joining(", "));
        return usable.size() > NAMED ? some + " and others" : some;
    }
}
