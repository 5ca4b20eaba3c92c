package io.opslore.tools.kubernetes;

import io.opslore.connections.kubernetes.Cluster;
import io.opslore.connections.kubernetes.Clusters;
import io.opslore.connections.kubernetes.LogText;
import io.opslore.connections.kubernetes.LogWish;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The end of a pod's log. */
@Component
class PodLogs extends ClusterTool {

    private static final int USUAL = 200;
    private static final int SEARCHED = 5_000;

    private static final ToolInfo INFO =
            new ToolInfo(
                    "k8s_pod_logs",
                    "Read a pod's log",
                    "Reads the last lines of a container's log with their times. After a crash set"
                            + " previous to read what it said before it ended.",
                    List.of(
                            ToolParameter.text("pod", "The pod's name"),
                            namespace(),
                            ToolParameter.text("container", "Needed where the pod has several")
                                    .optional(),
                            ToolParameter.flag("previous", "The run before the last restart"),
                            ToolParameter.number("tail", "Last lines; 200 if left out", 2_000),
                            ToolParameter.text("since", "No older than, such as 15m, 2h, 1d")
                                    .optional(),
                            ToolParameter.text(
                                            "grep",
                                            "Only lines with this text, of the last 5,000; no"
                                                    + " pattern")
                                    .optional()));

    PodLogs(ChosenSource chosen, Clusters clusters) {
        super(INFO, chosen, clusters);
    }

    @Override
    Found look(Cluster cluster, String source, ToolArguments arguments) {
        int tail = arguments.number("tail", USUAL);
        String grep = arguments.find("grep").orElse("").toLowerCase(Locale.ROOT);
        LogText log =
                cluster.log(
                        new LogWish(
                                arguments.find("namespace").orElse(""),
                                arguments.text("pod"),
                                arguments.find("container").orElse(""),
                                arguments.flag("previous"),
                                grep.isEmpty() ? tail : SEARCHED,
                                arguments.find("since").map(Ages::seconds).orElse(0L)));
        List<String> found =
                log.lines().stream()
                        .filter(line -> line.toLowerCase(Locale.ROOT).contains(grep))
                        .toList();
        List<String> last = found.subList(Math.max(0, found.size() - tail), found.size());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("pod", arguments.text("pod"));
        arguments.find("container").ifPresent(name -> fields.put("container", name));
        fields.put("lines", last.size());
        fields.put("log", Cut.beginning(String.join("\n", last), Cut.MOST));
        return one(source, "", fields, hint(log, last));
    }

    private static String hint(LogText log, List<String> last) {
        if (last.isEmpty()) {
            return "No such line; try previous, or a longer since.";
        }
        return log.cut() ? "More than 1 MB: narrow it with since or a smaller tail." : "";
    }
}
