package io.opslore.tools;

import io.opslore.connections.ConnectionInfo;
import io.opslore.connections.Connections;
import io.opslore.identity.Asker;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Which tools can look into live systems for somebody. Thread-safe. */
@Service
public class LiveTools {

    /** By the servers that tools belong to; others are connected by a kind of their own name. */
    private static final Map<String, Set<String>> KINDS =
            Map.of(
                    "git", Set.of("git", "gitea"),
                    "k8s", Set.of("kubernetes"),
                    "logs", Set.of("loki", "logfiles"));

    private final ToolCalls calls;
    private final Connections connections;

    LiveTools(ToolCalls calls, Connections connections) {
        this.calls = calls;
        this.connections = connections;
    }

    /** For everyone: the tools that have something to look into for them. */
    public Offer offered(Asker asker) {
        List<ConnectionInfo> sources = connections.usable(asker);
        return new Offer(
                calls.tools().stream()
                        .filter(tool -> sources.stream().anyMatch(it -> isOf(tool, it)))
                        .toList(),
                sources);
    }

    private static boolean isOf(ToolInfo tool, ConnectionInfo source) {
        return KINDS.getOrDefault(tool.server(), Set.of(tool.server())).contains(source.kind());
    }

    /**
     * What somebody may look into.
     *
     * @param tools by name
     * @param sources what their argument {@code source} may be
     */
    public record Offer(List<ToolInfo> tools, List<ConnectionInfo> sources) {

        public Offer {
            tools = List.copyOf(tools);
            sources = List.copyOf(sources);
        }

        /** The sources that the tool can look into. */
        public List<ConnectionInfo> sourcesOf(ToolInfo tool) {
            return sources.stream().filter(source -> isOf(tool, source)).toList();
        }

        /** Where a call looks; empty where that cannot be told, or is more than one place. */
        public Optional<ConnectionInfo> source(ToolInfo tool, Map<String, ?> arguments) {
            List<ConnectionInfo> possible = sourcesOf(tool);
            Object named = arguments.get("source");
            return named == null
                    ? possible.stream().findFirst().filter(only -> possible.size() == 1)
                    : possible.stream().filter(it -> it.id().value().equals(named)).findFirst();
        }
    }
}
