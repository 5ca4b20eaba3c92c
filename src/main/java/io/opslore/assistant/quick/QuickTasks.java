package io.opslore.assistant.quick;

import io.opslore.connections.ConnectionInfo;
import io.opslore.identity.Asker;
import io.opslore.tools.LiveTools;
import io.opslore.tools.LiveTools.Offer;
import io.opslore.tools.ToolInfo;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** The prepared questions that somebody can ask. Thread-safe. */
@Service
public class QuickTasks {

    private final QuickTaskRows rows;
    private final LiveTools live;

    QuickTasks(QuickTaskRows rows, LiveTools live) {
        this.rows = rows;
        this.live = live;
    }

    /** For everyone: those that are on and have something to look into for them. */
    public List<QuickTask> offered(Asker asker) {
        Set<String> tools =
                live.offered(asker).tools().stream()
                        .map(ToolInfo::name)
                        .collect(Collectors.toSet());
        return rows.all().stream()
                .filter(QuickTask::enabled)
                .filter(task -> task.fits(tools))
                .toList();
    }

    /** For everyone: what they may look into with the task's tools. */
    public List<ConnectionInfo> sources(QuickTask task, Asker asker) {
        Offer offer = live.offered(asker);
        Set<String> tools =
                Stream.concat(task.tools().stream(), task.calls().stream().map(call -> call.tool()))
                        .collect(Collectors.toSet());
        return offer.tools().stream()
                .filter(tool -> tools.contains(tool.name()))
                .flatMap(tool -> offer.sourcesOf(tool).stream())
                .distinct()
                .toList();
    }
}
