package io.opslore.connections.kubernetes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gets pages of lists, of what the connection shows. */
final class Pages {

    static final String AS_TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";

    /** How many pages may hold nothing that is shown before the caller has to ask again. */
    private static final int EMPTY_ONES = 10;

    private final Wire wire;
    private final NamespaceRules rules;

    Pages(Wire wire, NamespaceRules rules) {
        this.wire = wire;
        this.rules = rules;
    }

    /**
     * @param items objects, or the rows of a table
     * @param columns of the table; empty where the items are objects
     */
    record Page(
            List<Map<String, Object>> items,
            List<ClusterObject> columns,
            String after,
            String version) {}

    Page page(Listing wish, String accept) {
        String namespace =
                wish.namespace().isEmpty() && wish.kind().namespaced()
                        ? rules.only().orElse("")
                        : wish.namespace();
        require(wish.kind(), namespace, "");
        Page page = fetched(wish, namespace, accept);
        for (int more = 0; page.items().isEmpty() && !page.after().isEmpty(); more++) {
            if (more == EMPTY_ONES) {
                return page;
            }
            page = fetched(wish.after(page.after()), namespace, accept);
        }
        return page;
    }

    /** What is not shown is not asked for. */
    void require(ApiKind kind, String namespace, String name) {
        if (!rules.limited()) {
            return;
        }
        boolean isNamespace = kind.plural().equals("namespaces") && kind.group().isEmpty();
        if (isNamespace && !name.isEmpty()) {
            rules.require(name);
        } else if (kind.namespaced() && !namespace.isEmpty()) {
            rules.require(namespace);
        } else if (!kind.namespaced() && !isNamespace) {
            throw Failures.notFound();
        }
    }

    private Page fetched(Listing wish, String namespace, String accept) {
        ClusterObject answer =
                new ClusterObject(
                        wire.json(
                                wish.kind().path(wish.kind().namespaced() ? namespace : ""),
                                Map.of(
                                        "limit", Integer.toString(wish.limit()),
                                        "continue", wish.after(),
                                        "labelSelector", wish.labels(),
                                        "fieldSelector", wish.fields()),
                                accept));
        boolean table = answer.kind().equals("Table");
        List<Map<String, Object>> shown = new ArrayList<>();
        for (ClusterObject item : answer.parts(table ? "rows" : "items")) {
            if (isShown(table ? item.part("object") : item, wish.kind())) {
                shown.add(table ? item.fields() : told(item.fields(), wish.kind()));
            }
        }
        return new Page(
                shown,
                answer.parts("columnDefinitions"),
                answer.text("metadata.continue"),
                answer.text("metadata.resourceVersion"));
    }

    private boolean isShown(ClusterObject object, ApiKind kind) {
        return rules.allows(kind.namespaced() ? object.namespace() : object.name());
    }

    /**
     * In lists the server leaves out what an object is, which must be known to take secrets out.
     */
    static Map<String, Object> told(Map<String, Object> raw, ApiKind kind) {
        Map<String, Object> told = new HashMap<>(raw);
        told.put("apiVersion", kind.apiVersion());
        told.put("kind", kind.kind());
        return told;
    }
}
