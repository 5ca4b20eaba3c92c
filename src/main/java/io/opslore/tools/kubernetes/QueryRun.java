package io.opslore.tools.kubernetes;

import io.opslore.connections.kubernetes.Clusters;
import io.opslore.identity.Asker;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import io.opslore.tools.Tool;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** For those who know kubectl: reads what they write and calls the tool that they mean. */
@Component
class QueryRun implements Tool {

    private static final ToolInfo INFO =
            new ToolInfo(
                    "k8s_query_run",
                    "Ask as with kubectl",
                    "Takes a kubectl command that reads: get, describe, logs, top, events, rollout"
                            + " status or history, api-resources; with -n, -A, -l,"
                            + " --field-selector, -o name|wide|yaml|json, -c, --previous, --tail,"
                            + " --since. Without -n lists are of all namespaces. Nothing is run:"
                            + " there is no shell, no jsonpath, no change.",
                    List.of(
                            ChosenSource.parameter(),
                            ToolParameter.text(
                                    "command", "Such as: get pods -n shop -l app=web -o wide"),
                            ToolParameter.cursor()));

    private final Map<String, ClusterTool> tools;

    QueryRun(List<ClusterTool> tools) {
        this.tools =
                tools.stream()
                        .collect(Collectors.toMap(tool -> tool.info().name(), Function.identity()));
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
        Query query = Query.of(arguments.text("command"));
        ClusterTool tool = tools.get(query.tool());
        if (tool == null) {
            throw new IllegalStateException("No tool " + query.tool());
        }
        Map<String, Object> given = new HashMap<>(query.arguments());
        arguments.find("source").ifPresent(source -> given.put("source", source));
        arguments
                .find("cursor")
                .filter(place -> takesCursor(tool))
                .ifPresent(place -> given.put("cursor", place));
        return tool.find(ToolArguments.fitting(tool.info(), given), asker);
    }

    private static boolean takesCursor(ClusterTool tool) {
        return tool.info().parameters().stream().anyMatch(one -> one.name().equals("cursor"));
    }
}
