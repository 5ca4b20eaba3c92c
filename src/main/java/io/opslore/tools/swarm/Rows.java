package io.opslore.tools.swarm;

import io.opslore.connections.swarm.Difference;
import io.opslore.connections.swarm.SwarmFile;
import io.opslore.connections.swarm.SwarmNode;
import io.opslore.connections.swarm.SwarmService;
import io.opslore.connections.swarm.SwarmStack;
import io.opslore.connections.swarm.SwarmTask;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a swarm tells, as rows. */
final class Rows {

    private Rows() {}

    static Map<String, ?> stack(SwarmStack stack) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("stack", stack.name());
        row.put("services", stack.services());
        row.put("desiredTasks", stack.desired());
        row.put("runningTasks", stack.running());
        row.put("updatedAt", stack.updatedAt());
        return row;
    }

    static Map<String, ?> node(SwarmNode node) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("node", node.hostname());
        row.put("id", node.id());
        row.put("role", node.leader() ? node.role() + ", leader" : node.role());
        row.put("state", node.state());
        row.put("availability", node.availability());
        put(row, "reachability", node.reachability());
        row.put("engine", node.engine());
        row.put("platform", node.platform());
        row.put("cpus", node.processors());
        row.put("memoryMiB", node.memoryBytes() >> 20);
        row.put("desiredTasks", node.tasks());
        put(row, "labels", node.labels());
        row.put("version", node.version());
        return row;
    }

    static Map<String, Object> service(SwarmService service) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("service", service.name());
        row.put("id", service.id());
        put(row, "stack", service.stack());
        row.put("image", service.image());
        row.put("mode", service.mode());
        row.put("desiredTasks", service.desired());
        row.put("runningTasks", service.running());
        put(row, "update", service.update());
        row.put("updatedAt", service.updatedAt());
        row.put("version", service.version());
        return row;
    }

    static Map<String, ?> task(SwarmTask task) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("task", task.id());
        row.put("slot", task.slot());
        put(row, "node", task.node());
        row.put("image", task.image());
        row.put("state", task.state());
        row.put("desired", task.desired());
        row.put("since", task.since());
        put(row, "message", task.message());
        put(row, "error", task.error());
        put(row, "exitCode", task.exitCode());
        return row;
    }

    static Map<String, ?> file(SwarmFile file) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", file.name());
        row.put("id", file.id());
        put(row, "stack", file.stack());
        put(row, "usedBy", file.usedBy());
        row.put("createdAt", file.createdAt());
        row.put("updatedAt", file.updatedAt());
        return row;
    }

    /**
     * @param before what one side is called, and {@code after} the other
     */
    static Map<String, ?> difference(Difference difference, String before, String after) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("service", difference.service());
        row.put("path", difference.path());
        row.put(before, difference.before());
        row.put(after, difference.after());
        return row;
    }

    static boolean contains(String text, String filter) {
        return text.toLowerCase(Locale.ROOT).contains(filter.toLowerCase(Locale.ROOT));
    }

    private static void put(Map<String, Object> row, String key, @Nullable Object value) {
        boolean isNothing =
                value == null
                        || value instanceof String text && text.isEmpty()
                        || value instanceof Map<?, ?> map && map.isEmpty();
        if (!isNothing) {
            row.put(key, value);
        }
    }
}
