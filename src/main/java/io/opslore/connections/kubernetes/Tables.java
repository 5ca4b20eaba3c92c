package io.opslore.connections.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes pages into rows for reading: in the server's columns, or in our own where it has none. */
final class Tables {

    private final ObjectMasking masking;
    private final boolean wide;

    Tables(ObjectMasking masking, boolean wide) {
        this.masking = masking;
        this.wide = wide;
    }

    ObjectTable table(Pages.Page page, ApiKind kind) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map<String, Object> item : page.items()) {
            rows.add(page.columns().isEmpty() ? own(item, kind) : printed(item, page.columns()));
        }
        List<String> columns = rows.isEmpty() ? List.of() : List.copyOf(rows.getFirst().keySet());
        return new ObjectTable(columns, rows, page.after(), page.version());
    }

    private Map<String, Object> printed(Map<String, Object> item, List<ClusterObject> columns) {
        Map<String, Object> row = new LinkedHashMap<>();
        ClusterObject object = new ClusterObject(item).part("object");
        if (!object.namespace().isEmpty()) {
            row.put("namespace", object.namespace());
        }
        List<?> cells = item.get("cells") instanceof List<?> list ? list : List.of();
        for (int at = 0; at < Math.min(cells.size(), columns.size()); at++) {
            if (wide || columns.get(at).number("priority") == 0) {
                String name = columns.get(at).text("name").toLowerCase(Locale.ROOT);
                row.put(name, masking.value(name, cells.get(at)));
            }
        }
        return row;
    }

    private Map<String, Object> own(Map<String, Object> item, ApiKind kind) {
        ClusterObject object = masking.object(item);
        Map<String, Object> row = new LinkedHashMap<>();
        if (kind.namespaced()) {
            row.put("namespace", object.namespace());
        }
        row.put("name", object.name());
        row.put("status", status(object));
        row.put("created", object.text("metadata.creationTimestamp"));
        if (wide) {
            row.put("labels", object.part("metadata.labels").fields());
        }
        return row;
    }

    private static String status(ClusterObject object) {
        if (object.has("spec.replicas")) {
            return object.number("status.readyReplicas")
                    + "/"
                    + object.number("spec.replicas")
                    + " ready";
        }
        return object.text("status.phase");
    }
}
