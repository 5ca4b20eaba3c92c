package io.opslore.tools.kubernetes;

import io.opslore.connections.kubernetes.Cluster;
import io.opslore.connections.kubernetes.ClusterObject;
import io.opslore.connections.kubernetes.Clusters;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** One object. */
@Component
class ResourceGet extends ClusterTool {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final ToolInfo INFO =
            new ToolInfo(
                    "k8s_resource_get",
                    "Read a Kubernetes object",
                    "Reads one object of any kind. Secrets come as keys, sizes and hashes;"
                            + " secret-looking values of other kinds are masked.",
                    List.of(
                            ToolParameter.text("kind", "deployment, pod, ingress, any other"),
                            ToolParameter.text("name", "The object's name"),
                            namespace(),
                            ToolParameter.choice(
                                    "view",
                                    "summary (usual): what matters; yaml or json: all of it;"
                                            + " status: what the cluster says of it",
                                    List.of("summary", "yaml", "json", "status"))));

    ResourceGet(ChosenSource chosen, Clusters clusters) {
        super(INFO, chosen, clusters);
    }

    @Override
    Found look(Cluster cluster, String source, ToolArguments arguments) {
        ClusterObject object =
                cluster.get(
                        cluster.kind(arguments.text("kind")),
                        arguments.find("namespace").orElse(""),
                        arguments.text("name"));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", object.kind());
        fields.put("name", object.name());
        fields.put("namespace", object.namespace());
        switch (arguments.find("view").orElse("summary")) {
            case "yaml" -> fields.put("yaml", Cut.end(object.yaml(), Cut.MOST));
            case "json" ->
                    fields.put(
                            "json",
                            Cut.end(
                                    JSON.writerWithDefaultPrettyPrinter()
                                            .writeValueAsString(object.fields()),
                                    Cut.MOST / 2));
            case "status" -> fields.put("status", Cut.end(object.part("status").yaml(), Cut.MOST));
            default -> fields.putAll(Summary.of(object));
        }
        return one(source, object.version(), fields, "");
    }
}
