package io.opslore.tools;

import io.opslore.library.DocumentId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a tool has found, as it stands at its source.
 *
 * @param source where it comes from, as people know it
 * @param version exactly which state of it was read: a commit, a revision, a resource version;
 *     empty where each item says so itself
 * @param more whether the source holds more after the last item
 * @param hint how to see less, or more of what matters; may be empty
 * @param quoted documents of the knowledge base that it tells from beside its source
 */
public record Found(
        String source,
        String version,
        List<Item> items,
        boolean more,
        String hint,
        Set<DocumentId> quoted) {

    public Found {
        items = List.copyOf(items);
        quoted = Set.copyOf(quoted);
    }

    /** From its source alone. */
    public Found(String source, String version, List<Item> items, boolean more, String hint) {
        this(source, version, items, more, hint, Set.of());
    }

    /** The same, told from this document too. */
    public Found quoting(DocumentId document) {
        return new Found(source, version, items, more, hint, Set.of(document));
    }

    /**
     * One row.
     *
     * @param fields texts, numbers, truth values, and lists and maps of them; in the order told
     * @param after the cursor that goes on behind it
     */
    public record Item(Map<String, ?> fields, String after) {}
}
