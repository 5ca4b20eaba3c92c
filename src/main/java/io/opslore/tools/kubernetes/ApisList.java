package io.opslore.tools.kubernetes;

import io.opslore.connections.kubernetes.ApiKind;
import io.opslore.connections.kubernetes.Cluster;
import io.opslore.connections.kubernetes.Clusters;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import io.opslore.tools.Paged;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The kinds that a cluster serves. */
@Component
class ApisList extends ClusterTool {

    private static final ToolInfo INFO =
            new ToolInfo(
                    "k8s_apis_list",
                    "List the kinds of a cluster",
                    "Lists the kinds of objects that the cluster serves, custom ones too, as"
                            + " kubectl api-resources.",
                    List.of(
                            ToolParameter.text("filter", "Part of kind, plural or group")
                                    .optional(),
                            ToolParameter.cursor()));

    ApisList(ChosenSource chosen, Clusters clusters) {
        super(INFO, chosen, clusters);
    }

    @Override
    Found look(Cluster cluster, String source, ToolArguments arguments) {
        String filter = arguments.find("filter").orElse("").toLowerCase(Locale.ROOT);
        List<ApiKind> found =
                cluster.kinds().stream()
                        .filter(one ->
                                (one.kind() + " " + one.plural() + " " + one.group())
                                        .toLowerCase(Locale.ROOT)
                                        .contains(filter))
                        .toList();
        return Paged.of(found, ApisList::fields, arguments).found(source, "");
    }

    private static Map<String, Object> fields(ApiKind kind) {
        return Map.of(
                "kind", kind.kind(),
                "plural", kind.plural(),
                "apiVersion", kind.apiVersion(),
                "namespaced", kind.namespaced(),
                "names", String.join(", ", kind.names()));
    }
}
