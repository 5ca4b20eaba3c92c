package io.opslore.tools;

import io.opslore.connections.ConnectionInfo;
import io.opslore.connections.Connections;
import io.opslore.identity.Asker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Which tools can look into live systems for somebody. Thread-safe. */
@Service
public class LiveTools {

    private final ToolCalls calls;
    private final Connections connections;

    LiveTools(ToolCalls calls, Connections connections) {
        this.calls = calls;
        this.connections = connections;
    }

    /** For everyone: the tools that have something to look into for them. */
    public Offer offered(Asker asker) {
        List<ConnectionInfo> sources = connections.usable(asker);
        if (sources.isEmpty()) {
            return Offer.NOTHING;
        }
        Map<ToolInfo, List<ConnectionInfo>> places = new LinkedHashMap<>();
        calls.callable(asker)
                .forEach(tool -> {
                    List<ConnectionInfo> its = sources.stream().filter(tool::looksInto).toList();
                    if (!its.isEmpty()) {
                        places.put(tool.info(), its);
                    }
                });
        return new Offer(List.copyOf(places.keySet()), sources, places);
    }

    /**
     * What somebody may look into.
     *
     * @param tools by name
     * @param sources what their argument {@code source} may be
     * @param places where each tool can look
     */
    public record Offer(
            List<ToolInfo> tools,
            List<ConnectionInfo> sources,
            Map<ToolInfo, List<ConnectionInfo>> places) {

        public static final Offer NOTHING = new Offer(List.of(), List.of(), Map.of());

        public Offer {
            tools = List.copyOf(tools);
            sources = List.copyOf(sources);
            places = Map.copyOf(places);
        }

        /** These of its tools, and their sources. */
        public Offer only(List<ToolInfo> some) {
            return new Offer(
                    some,
                    some.stream().flatMap(tool -> sourcesOf(tool).stream()).distinct().toList(),
                    places);
        }

        /** The sources that the tool can look into. */
        public List<ConnectionInfo> sourcesOf(ToolInfo tool) {
            return places.getOrDefault(tool, List.of());
        }

        /** Where a call looks; empty where that cannot be told, or is more than one place. */
        public Optional<ConnectionInfo> source(ToolInfo tool, Map<String, ?> arguments) {
            List<ConnectionInfo> possible = sourcesOf(tool);
            Object named = tool.foreign() == null ? arguments.get("source") : null;
            return named == null
                    ? possible.stream().findFirst().filter(only -> possible.size() == 1)
                    : possible.stream().filter(it -> it.id().value().equals(named)).findFirst();
        }
    }
}
