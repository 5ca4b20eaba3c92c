package io.opslore.tools.kubernetes;

import io.opslore.connections.kubernetes.Clusters;
import io.opslore.identity.Asker;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import io.opslore.tools.Paged;
import io.opslore.tools.Tool;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The clusters that the asker may look into. */
@Component
class ClustersList implements Tool {

    private static final ToolInfo INFO =
            new ToolInfo(
                    "k8s_clusters_list",
                    "List Kubernetes clusters",
                    "Lists the clusters that can be looked into. Give the id as source to other"
                            + " k8s tools; with one cluster it can be left out.",
                    List.of(ToolParameter.cursor()));

    private final ChosenSource chosen;

    ClustersList(ChosenSource chosen) {
        this.chosen = chosen;
    }

    @Override
    public ToolInfo info() {
        return INFO;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Clusters.KIND);
    }

    @Override
    public Found find(ToolArguments arguments, Asker asker) {
        return Paged.of(
                        chosen.usable(asker, Clusters.KIND),
                        one -> Map.of("source", one.id().value(), "name", one.name()),
                        arguments)
                .found("connections", "");
    }
}
