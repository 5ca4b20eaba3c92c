package io.opslore.assistant;

import io.opslore.assistant.gate.Terms;
import io.opslore.assistant.lookup.LiveSigns;
import io.opslore.assistant.lookup.PlannedCall;
import io.opslore.connections.ConnectionInfo;
import io.opslore.identity.Asker;
import io.opslore.tools.LiveTools;
import io.opslore.tools.LiveTools.Offer;
import io.opslore.tools.ToolInfo;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Chooses the few tools that a question may want, of those that can find something for its asker.
 */
@Component
class LookupTools {

    /** What most questions want; among equals they go first, whatever language is spoken. */
    private static final Set<String> USUAL =
            Set.of(
                    "k8s_workload_diagnose",
                    "k8s_resources_list",
                    "k8s_resource_get",
                    "k8s_events_list",
                    "k8s_pod_logs",
                    "swarm_services_list",
                    "swarm_tasks_list",
                    "swarm_service_logs",
                    "git_log_list",
                    "git_diff_get",
                    "git_file_read",
                    "git_code_search",
                    "logs_lines_query",
                    "logs_patterns_get");

    private final LiveTools live;
    private final LookupSettings settings;

    LookupTools(LiveTools live, LookupSettings settings) {
        this.live = live;
        this.settings = settings;
    }

    /** Those that are wished for; else none where documents are to answer alone. */
    Offer of(String question, LookupWish wish, Asker asker) {
        if (settings.calls() == 0) {
            return new Offer(List.of(), List.of());
        }
        Offer offer = live.offered(asker);
        if (!wish.equals(LookupWish.NONE)) {
            return wished(offer, wish);
        }
        Set<String> servers = LiveSigns.of(question, names(offer));
        Terms terms = Terms.of(question);
        List<ToolInfo> fitting =
                offer.tools().stream()
                        .filter(tool -> servers.contains(tool.server()))
                        .sorted(Comparator.comparingInt(tool -> -fit(terms, tool)))
                        .limit(settings.tools())
                        .toList();
        return with(offer, fitting);
    }

    private static Offer wished(Offer offer, LookupWish wish) {
        Set<String> names =
                Stream.concat(wish.calls().stream().map(PlannedCall::tool), wish.tools().stream())
                        .collect(Collectors.toSet());
        return with(
                offer, offer.tools().stream().filter(tool -> names.contains(tool.name())).toList());
    }

    private static Offer with(Offer offer, List<ToolInfo> fitting) {
        List<ConnectionInfo> sources =
                fitting.stream()
                        .flatMap(tool -> offer.sourcesOf(tool).stream())
                        .distinct()
                        .toList();
        return new Offer(fitting, sources);
    }

    private static int fit(Terms terms, ToolInfo tool) {
        return terms.heldBy(tool.name().replace('_', ' ') + " " + tool.description()).size()
                + (USUAL.contains(tool.name()) ? 1 : 0);
    }

    private static Map<String, Set<String>> names(Offer offer) {
        Map<String, Set<String>> names = new HashMap<>();
        for (ToolInfo tool : offer.tools()) {
            names.computeIfAbsent(
                    tool.server(),
                    server ->
                            offer.sourcesOf(tool).stream()
                                    .flatMap(one -> Stream.of(one.id().value(), one.name()))
                                    .collect(Collectors.toSet()));
        }
        return names;
    }
}
