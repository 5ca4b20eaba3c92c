package io.opslore.kit;

import io.opslore.kit.TextDiff.LinePair;
import io.opslore.kit.TextDiff.Part;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Cuts two aligned texts into what is the same and what has changed. A blank line or two between
 * changes are no landmark: kept apart there, an edited line would lose sight of what it was.
 */
final class DiffParts {

    private static final int MOST_BLANK = 2;

    private final List<String> before;
    private final List<String> after;
    private final Alignment alignment;
    private final List<Part> parts = new ArrayList<>();
    private int left;
    private int right;

    private DiffParts(List<String> before, List<String> after, Alignment alignment) {
        this.before = before;
        this.after = after;
        this.alignment = alignment;
    }

    static List<Part> of(List<String> before, List<String> after, Alignment alignment) {
        DiffParts parts = new DiffParts(before, after, alignment);
        while (parts.left < before.size() || parts.right < after.size()) {
            parts.addSame();
            parts.addChanged();
        }
        return List.copyOf(parts.parts);
    }

    private void addSame() {
        int same = sameFrom(left, right);
        if (same > 0) {
            parts.add(new Part.Same(left + 1, right + 1, same));
            left += same;
            right += same;
        }
    }

    private void addChanged() {
        int leftEnd = changedEnd(alignment.removed(), left, before.size());
        int rightEnd = changedEnd(alignment.inserted(), right, after.size());
        int blank = blankBetweenChanges(leftEnd, rightEnd);
        while (blank > 0) {
            leftEnd = changedEnd(alignment.removed(), leftEnd + blank, before.size());
            rightEnd = changedEnd(alignment.inserted(), rightEnd + blank, after.size());
            blank = blankBetweenChanges(leftEnd, rightEnd);
        }
        addPaired(leftEnd, rightEnd);
        left = leftEnd;
        right = rightEnd;
    }

    /** How many blank lines stand there before the next change; 0 for too many, or others. */
    private int blankBetweenChanges(int leftEnd, int rightEnd) {
        int same = sameFrom(leftEnd, rightEnd);
        boolean isLast = leftEnd + same == before.size() && rightEnd + same == after.size();
        boolean bridges =
                same <= MOST_BLANK
                        && !isLast
                        && before.subList(leftEnd, leftEnd + same).stream()
                                .allMatch(String::isBlank);
        return bridges ? same : 0;
    }

    private void addPaired(int leftEnd, int rightEnd) {
        List<LinePair> changed = new ArrayList<>();
        for (LinePair pair :
                LinePairing.of(before.subList(left, leftEnd), after.subList(right, rightEnd))) {
            LinePair line =
                    new LinePair(
                            pair.before() == 0 ? 0 : pair.before() + left,
                            pair.after() == 0 ? 0 : pair.after() + right);
            if (line.isBoth() && isSame(line)) {
                addChanged(changed);
                changed = new ArrayList<>();
                parts.add(new Part.Same(line.before(), line.after(), 1));
            } else {
                changed.add(line);
            }
        }
        addChanged(changed);
    }

    private void addChanged(List<LinePair> lines) {
        if (!lines.isEmpty()) {
            parts.add(new Part.Changed(List.copyOf(lines)));
        }
    }

    private boolean isSame(LinePair line) {
        return before.get(line.before() - 1).equals(after.get(line.after() - 1));
    }

    private int sameFrom(int fromLeft, int fromRight) {
        return Math.min(
                sameEnd(alignment.removed(), fromLeft, before.size()) - fromLeft,
                sameEnd(alignment.inserted(), fromRight, after.size()) - fromRight);
    }

    private static int sameEnd(BitSet changed, int from, int size) {
        int next = changed.nextSetBit(from);
        return next < 0 ? size : next;
    }

    private static int changedEnd(BitSet changed, int from, int size) {
        return Math.min(size, changed.nextClearBit(from));
    }
}
