package io.opslore.tools.kubernetes;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.connections.kubernetes.ApiKind;
import io.opslore.connections.kubernetes.Cluster;
import io.opslore.connections.kubernetes.ClusterObject;
import io.opslore.connections.kubernetes.Clusters;
import io.opslore.connections.kubernetes.Listing;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import io.opslore.tools.Paged;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolFailure;
import io.opslore.tools.ToolFailure.Code;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who uses most, where the cluster measures it. */
@Component
class TopList extends ClusterTool {

    private static final int MOST = 5_000;

    private static final ToolInfo INFO =
            new ToolInfo(
                    "k8s_top_list",
                    "List use of CPU and memory",
                    "Lists pods or nodes by what they use now, the most first, as kubectl top."
                            + " Needs a metrics server in the cluster.",
                    List.of(
                            ToolParameter.choice(
                                    "kind", "pods (usual) or nodes", List.of("pods", "nodes")),
                            ToolParameter.text("namespace", "Left out: all namespaces").optional(),
                            ToolParameter.text("labelSelector", "Such as app=web").optional(),
                            ToolParameter.choice("sort", "By what", List.of("cpu", "memory")),
                            ToolParameter.cursor()));

    TopList(ChosenSource chosen, Clusters clusters) {
        super(INFO, chosen, clusters);
    }

    @Override
    Found look(Cluster cluster, String source, ToolArguments arguments) {
        boolean pods = arguments.find("kind").orElse("pods").equals("pods");
        Listing wish =
                Listing.of(
                                pods ? kind("PodMetrics", "pods") : kind("NodeMetrics", "nodes"),
                                arguments.find("namespace").orElse(""))
                        .withLabels(arguments.find("labelSelector").orElse(""));
        Comparator<Used> order =
                arguments.find("sort").orElse("cpu").equals("cpu")
                        ? Comparator.comparing(Used::cpu)
                        : Comparator.comparing(Used::memory);
        List<Used> found =
                measured(cluster, wish).stream().map(Used::of).sorted(order.reversed()).toList();
        return Paged.of(found, Used::fields, arguments).found(source, "");
    }

    private static List<ClusterObject> measured(Cluster cluster, Listing wish) {
        try {
            return cluster.all(wish, MOST);
        } catch (ConnectionFailed failed) {
            if (failed.reason() != Reason.NOT_FOUND) {
                throw failed;
            }
            throw new ToolFailure(
                    Code.UNSUPPORTED,
                    "The cluster does not tell what is used there.",
                    "It needs a metrics server; requests and limits are in k8s_resource_get.");
        }
    }

    private static ApiKind kind(String kind, String plural) {
        return new ApiKind(
                "metrics.k8s.io", "v1beta1", kind, plural, plural.equals("pods"), List.of());
    }

    /**
     * @param cpu in thousandths of a core
     * @param memory in bytes
     */
    private record Used(String namespace, String name, double cpu, double memory) {

        static Used of(ClusterObject metrics) {
            List<ClusterObject> containers = metrics.parts("containers");
            List<ClusterObject> usages =
                    containers.isEmpty()
                            ? List.of(metrics.part("usage"))
                            : containers.stream().map(one -> one.part("usage")).toList();
            return new Used(
                    metrics.namespace(),
                    metrics.name(),
                    usages.stream().mapToDouble(one -> Quantity.of(one.text("cpu"))).sum() * 1_000,
                    usages.stream().mapToDouble(one -> Quantity.of(one.text("memory"))).sum());
        }

        Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            if (!namespace.isEmpty()) {
                fields.put("namespace", namespace);
            }
            fields.put("name", name);
            fields.put("cpu", Math.round(cpu) + "m");
            fields.put("memory", Math.round(memory / 1024 / 1024) + "Mi");
            return fields;
        }
    }
}
