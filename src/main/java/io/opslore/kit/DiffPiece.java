package io.opslore.kit;

import io.opslore.kit.TextDiff.LinePair;
import io.opslore.kit.TextDiff.Part;
import java.util.ArrayList;
import java.util.List;

/** What a comparison shows, from top to bottom: lines, and unchanged lines that are folded away. */
sealed interface DiffPiece {

    /** Unchanged lines that stay in sight around a change. */
    int CONTEXT = 3;

    /** Fewer than this are not worth a fold. */
    int LEAST_FOLDED = 4;

    /** Rows that are sent to the browser as one. */
    int MOST_ROWS = 500;

    /** Lines that both texts have. */
    record Same(List<LinePair> lines) implements DiffPiece {}

    /**
     * Lines that differ.
     *
     * @param change which change it is, from 1; 0 where it goes on with the one before it
     */
    record Changed(List<LinePair> lines, int change) implements DiffPiece {}

    /** Unchanged lines that the reader may unfold; they begin at the given numbers. */
    record Folded(int before, int after, int count) implements DiffPiece {}

    /** How many rows it takes. */
    default int rows() {
        return switch (this) {
            case Same same -> same.lines().size();
            case Changed changed -> changed.lines().size();
            case Folded folded -> 1;
        };
    }

    static List<DiffPiece> of(TextDiff diff) {
        List<DiffPiece> pieces = new ArrayList<>();
        List<Part> parts = diff.parts();
        int changes = 0;
        for (int i = 0; i < parts.size(); i++) {
            switch (parts.get(i)) {
                case Part.Same same -> fold(same, i > 0, i < parts.size() - 1, pieces);
                case Part.Changed changed -> split(changed.lines(), ++changes, pieces);
            }
        }
        return List.copyOf(pieces);
    }

    private static void fold(
            Part.Same same, boolean afterChange, boolean beforeChange, List<DiffPiece> pieces) {
        int head = afterChange ? CONTEXT : 0;
        int tail = beforeChange ? CONTEXT : 0;
        int folded = same.count() - head - tail;
        if (folded < LEAST_FOLDED) {
            pieces.add(new Same(TextDiff.same(same.before(), same.after(), same.count())));
            return;
        }
        if (head > 0) {
            pieces.add(new Same(TextDiff.same(same.before(), same.after(), head)));
        }
        pieces.add(new Folded(same.before() + head, same.after() + head, folded));
        if (tail > 0) {
            int skipped = head + folded;
            pieces.add(
                    new Same(TextDiff.same(same.before() + skipped, same.after() + skipped, tail)));
        }
    }

    private static void split(List<LinePair> lines, int change, List<DiffPiece> pieces) {
        for (int from = 0; from < lines.size(); from += MOST_ROWS) {
            int to = Math.min(lines.size(), from + MOST_ROWS);
            pieces.add(new Changed(lines.subList(from, to), from == 0 ? change : 0));
        }
    }
}
