package io.opslore.tools.kubernetes;

import io.opslore.connections.kubernetes.Cluster;
import io.opslore.connections.kubernetes.ClusterObject;
import io.opslore.connections.kubernetes.Clusters;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import io.opslore.tools.Paged;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a Secret holds, without its values. */
@Component
class SecretKeysGet extends ClusterTool {

    private static final ToolInfo INFO =
            new ToolInfo(
                    "k8s_secret_keys_get",
                    "Read the keys of a Secret",
                    "Tells the keys of a Secret, the size of each value, and a hash by which equal"
                            + " values can be told; never a value.",
                    List.of(
                            ToolParameter.text("name", "The Secret's name"),
                            namespace(),
                            ToolParameter.cursor()));

    SecretKeysGet(ChosenSource chosen, Clusters clusters) {
        super(INFO, chosen, clusters);
    }

    @Override
    Found look(Cluster cluster, String source, ToolArguments arguments) {
        ClusterObject secret =
                cluster.get(
                        cluster.kind("secrets"),
                        arguments.find("namespace").orElse(""),
                        arguments.text("name"));
        Paged rows = Paged.of(secret.parts("keys"), ClusterObject::fields, arguments);
        return new Found(
                source,
                secret.version(),
                rows.items(),
                false,
                rows.items().isEmpty() ? "It holds nothing." : "");
    }
}
