package io.opslore.tools.kubernetes;

import io.opslore.connections.kubernetes.Cluster;
import io.opslore.connections.kubernetes.Clusters;
import io.opslore.connections.kubernetes.Listing;
import io.opslore.connections.kubernetes.ObjectTable;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Objects of any kind, as kubectl prints them. */
@Component
class ResourcesList extends ClusterTool {

    private static final int PAGE = 200;

    private static final ToolInfo INFO =
            new ToolInfo(
                    "k8s_resources_list",
                    "List Kubernetes objects",
                    "Lists objects of any kind in the columns of kubectl get: pods, deployments,"
                            + " nodes, custom resources. For what is wrong with one use"
                            + " k8s_workload_diagnose.",
                    List.of(
                            ToolParameter.text(
                                    "kind", "pods, po, Deployment, certificates.cert-manager.io"),
                            ToolParameter.text("namespace", "Left out: all namespaces").optional(),
                            ToolParameter.text("labelSelector", "Such as app=web,tier!=db")
                                    .optional(),
                            ToolParameter.text(
                                            "fieldSelector",
                                            "Such as status.phase=Pending or spec.nodeName=n1")
                                    .optional(),
                            ToolParameter.flag("wide", "More columns, as -o wide"),
                            ToolParameter.flag("namesOnly", "Nothing but names, as -o name"),
                            ToolParameter.cursor()));

    ResourcesList(ChosenSource chosen, Clusters clusters) {
        super(INFO, chosen, clusters);
    }

    @Override
    Found look(Cluster cluster, String source, ToolArguments arguments) {
        Place place = Place.of(arguments);
        Listing wish =
                new Listing(
                        cluster.kind(arguments.text("kind")),
                        arguments.find("namespace").orElse(""),
                        arguments.find("labelSelector").orElse(""),
                        arguments.find("fieldSelector").orElse(""),
                        PAGE,
                        place.page());
        ObjectTable table = cluster.table(wish, arguments.flag("wide"));
        List<Map<String, Object>> rows =
                arguments.flag("namesOnly")
                        ? table.rows().stream().map(ResourcesList::named).toList()
                        : table.rows();
        return new Found(
                source,
                table.version(),
                place.items(rows, table.after()),
                !table.after().isEmpty(),
                rows.isEmpty() && table.after().isEmpty()
                        ? "Nothing there; check namespace and selectors."
                        : "");
    }

    private static Map<String, Object> named(Map<String, Object> row) {
        return row.containsKey("namespace")
                ? Map.of("namespace", row.get("namespace"), "name", row.getOrDefault("name", ""))
                : Map.of("name", row.getOrDefault("name", ""));
    }
}
