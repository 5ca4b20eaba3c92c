package io.opslore.tools.kubernetes;

import io.opslore.connections.kubernetes.Cluster;
import io.opslore.connections.kubernetes.Clusters;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import io.opslore.tools.Paged;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What has happened lately. */
@Component
class EventsList extends ClusterTool {

    private static final ToolInfo INFO =
            new ToolInfo(
                    "k8s_events_list",
                    "List Kubernetes events",
                    "Lists events, the latest first, equal ones as one row with count, first and"
                            + " last time.",
                    List.of(
                            ToolParameter.text("namespace", "Left out: all namespaces").optional(),
                            ToolParameter.text("kind", "Of objects of this kind, such as Pod")
                                    .optional(),
                            ToolParameter.text("name", "Of objects of this name").optional(),
                            ToolParameter.choice("type", "The type", List.of("Normal", "Warning")),
                            ToolParameter.text("since", "No older than, such as 15m, 2h, 1d")
                                    .optional(),
                            ToolParameter.cursor()));

    private final Clock clock;

    EventsList(ChosenSource chosen, Clusters clusters, Clock clock) {
        super(INFO, chosen, clusters);
        this.clock = clock;
    }

    @Override
    Found look(Cluster cluster, String source, ToolArguments arguments) {
        String kind =
                arguments.find("kind").map(written -> cluster.kind(written).kind()).orElse("");
        String name = arguments.find("name").orElse("");
        String type = arguments.find("type").orElse("");
        Instant begin =
                arguments
                        .find("since")
                        .map(since -> clock.instant().minusSeconds(Ages.seconds(since)))
                        .orElse(Instant.MIN);
        List<EventGroup> found =
                EventGroup.of(
                        cluster,
                        arguments.find("namespace").orElse(""),
                        one ->
                                (type.isEmpty() || one.type().equals(type))
                                        && (kind.isEmpty() || isOf(one, kind + "/"))
                                        && (name.isEmpty() || one.object().endsWith("/" + name))
                                        && !one.last().isBefore(begin));
        return Paged.of(found, EventGroup::fields, arguments)
                .found(source, found.isEmpty() ? "No such events; they are kept for an hour." : "");
    }

    private static boolean isOf(EventGroup event, String kind) {
        return event.object().toLowerCase(Locale.ROOT).startsWith(kind.toLowerCase(Locale.ROOT));
    }
}
