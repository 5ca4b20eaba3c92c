package io.opslore.ingest.ui;

import io.opslore.ingest.IngestState;
import java.time.Instant;
import java.util.Comparator;

/** Orders the rows of a space's tree. */
final class TreeOrder {

    static final Comparator<TreeEntry> FOLDERS_FIRST =
            Comparator.comparing(entry -> entry instanceof TreeEntry.File);

    private static final Comparator<TreeEntry> BY_NAME =
            Comparator.comparing(TreeEntry::name, String.CASE_INSENSITIVE_ORDER)
                    .thenComparing(TreeEntry::path);

    private TreeOrder() {}

    static Comparator<TreeEntry> by(Browsing.Sort sort, Shelf shelf) {
        return switch (sort) {
            case NAME -> BY_NAME;
            case STATE ->
                    Comparator.comparing((TreeEntry entry) -> urgency(entry, shelf))
                            .thenComparing(BY_NAME);
            case CHANGED ->
                    Comparator.comparing((TreeEntry entry) -> changed(entry, shelf))
                            .thenComparing(BY_NAME);
        };
    }

    /** What failed wants to be seen first, then what is under way. */
    private static int urgency(TreeEntry entry, Shelf shelf) {
        IngestState state =
                entry instanceof TreeEntry.File file ? shelf.state(file.document()) : null;
        return state == null ? -1 : -Browsing.Stage.of(state).ordinal();
    }

    private static Instant changed(TreeEntry entry, Shelf shelf) {
        return entry instanceof TreeEntry.File file ? shelf.changedAt(file) : Instant.EPOCH;
    }
}
