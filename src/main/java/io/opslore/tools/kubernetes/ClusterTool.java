package io.opslore.tools.kubernetes;

import io.opslore.connections.Connection;
import io.opslore.connections.kubernetes.Cluster;
import io.opslore.connections.kubernetes.Clusters;
import io.opslore.identity.Asker;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import io.opslore.tools.Tool;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A tool that looks into one cluster, as the asker may. */
abstract class ClusterTool implements Tool {

    private final ToolInfo info;
    private final ChosenSource chosen;
    private final Clusters clusters;

    /**
     * @param info without the argument that says which cluster
     */
    ClusterTool(ToolInfo info, ChosenSource chosen, Clusters clusters) {
        this.info =
                new ToolInfo(
                        info.name(),
                        info.title(),
                        info.description(),
                        Stream.concat(
                                        Stream.of(ChosenSource.parameter()),
                                        info.parameters().stream())
                                .toList());
        this.chosen = chosen;
        this.clusters = clusters;
    }

    /** Looks. */
    abstract Found look(Cluster cluster, String source, ToolArguments arguments);

    @Override
    public final ToolInfo info() {
        return info;
    }

    @Override
    public final Set<String> kinds() {
        return Set.of(Clusters.KIND);
    }

    @Override
    public final Found find(ToolArguments arguments, Asker asker) {
        Connection connection = chosen.open(arguments, asker, Clusters.KIND);
        try (Cluster cluster = clusters.open(connection, asker)) {
            return look(cluster, connection.id().value(), arguments);
        }
    }

    static ToolParameter namespace() {
        return ToolParameter.text("namespace", "The namespace").optional();
    }

    /** One row, which is all there is. */
    static Found one(String source, String version, Map<String, ?> fields, String hint) {
        return new Found(source, version, List.of(new Found.Item(fields, "")), false, hint);
    }
}
