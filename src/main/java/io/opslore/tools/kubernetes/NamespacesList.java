package io.opslore.tools.kubernetes;

import io.opslore.connections.kubernetes.Cluster;
import io.opslore.connections.kubernetes.ClusterObject;
import io.opslore.connections.kubernetes.Clusters;
import io.opslore.connections.kubernetes.Listing;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import io.opslore.tools.Paged;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A cluster's namespaces. */
@Component
class NamespacesList extends ClusterTool {

    private static final int MOST = 5_000;

    private static final ToolInfo INFO =
            new ToolInfo(
                    "k8s_namespaces_list",
                    "List namespaces",
                    "Lists the namespaces of a Kubernetes cluster that can be looked into.",
                    List.of(
                            ToolParameter.text("filter", "Part of the name").optional(),
                            ToolParameter.cursor()));

    NamespacesList(ChosenSource chosen, Clusters clusters) {
        super(INFO, chosen, clusters);
    }

    @Override
    Found look(Cluster cluster, String source, ToolArguments arguments) {
        String filter = arguments.find("filter").orElse("");
        List<ClusterObject> found =
                cluster.all(Listing.of(cluster.kind("namespaces"), ""), MOST).stream()
                        .filter(one -> one.name().contains(filter))
                        .toList();
        return Paged.of(found, NamespacesList::fields, arguments).found(source, "");
    }

    private static Map<String, Object> fields(ClusterObject namespace) {
        return Map.of(
                "name", namespace.name(),
                "status", namespace.text("status.phase"),
                "created", namespace.text("metadata.creationTimestamp"));
    }
}
