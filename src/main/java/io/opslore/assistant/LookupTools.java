package io.opslore.assistant;

import io.opslore.assistant.gate.Terms;
import io.opslore.assistant.lookup.LiveSigns;
import io.opslore.assistant.lookup.PlannedCall;
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

    /** So many words of a question name a tool of somebody else's. */
    private static final int NAMED = 2;

    private final LiveTools live;
    private final LookupSettings settings;

    LookupTools(LiveTools live, LookupSettings settings) {
        this.live = live;
        this.settings = settings;
    }

    /** Those that are wished for; else none where documents are to answer alone. */
    Offer of(String question, LookupWish wish, Asker asker) {
        if (settings.calls() == 0) {
            return Offer.NOTHING;
        }
        Offer offer = live.offered(asker);
        if (!wish.isByWords()) {
            return wished(offer, wish);
        }
        if (!wish.looks()) {
            return Offer.NOTHING;
        }
        Set<String> servers = LiveSigns.of(question, names(offer));
        Terms terms = Terms.of(question);
        List<ToolInfo> fitting =
                offer.tools().stream()
                        .filter(tool -> servers.contains(tool.server()) || fitsForeign(terms, tool))
                        .sorted(
                                Comparator.comparing(
                                                (ToolInfo tool) -> !servers.contains(tool.server()))
                                        .thenComparingInt(tool -> -fit(terms, tool)))
                        .limit(settings.tools())
                        .toList();
        return offer.only(fitting);
    }

    private static Offer wished(Offer offer, LookupWish wish) {
        Set<String> names =
                Stream.concat(wish.calls().stream().map(PlannedCall::tool), wish.tools().stream())
                        .collect(Collectors.toSet());
        return offer.only(
                offer.tools().stream().filter(tool -> names.contains(tool.name())).toList());
    }

    /**
     * Nobody knows the signs of what other people's tools look into, so it is their names that fit;
     * not what is said of them, which could be every word there is.
     */
    private static boolean fitsForeign(Terms terms, ToolInfo tool) {
        return isForeign(tool)
                && terms.heldBy(tool.name().replaceAll("[_-]", " ") + " " + tool.title()).size()
                        >= NAMED;
    }

    private static boolean isForeign(ToolInfo tool) {
        return tool.foreign() != null;
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
