package io.opslore.assistant;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import io.opslore.library.LineRange;
import io.opslore.library.RevisionText;
import java.util.List;

/**
 * Where two revisions of a text differ first.
 *
 * @param before the lines that were replaced, or those that new ones were put in front of
 * @param after the lines that stand there now, or those that a removal left in front
 * @param places how many places differ in all
 */
record ChangedLines(LineRange before, LineRange after, int places) {

    /** More than this is not shown of one place. */
    private static final int LONGEST = 12;

    /** Larger texts are not compared while somebody waits. */
    private static final int LARGEST = 20_000;

    private static final LineRange TOP = new LineRange(1, 1);

    static ChangedLines between(RevisionText before, RevisionText after) {
        List<String> old = before.lines();
        List<String> now = after.lines();
        if (old.size() > LARGEST || now.size() > LARGEST) {
            return new ChangedLines(TOP, TOP, 0);
        }
        List<AbstractDelta<String>> deltas = DiffUtils.diff(old, now).getDeltas();
        if (deltas.isEmpty()) {
            return new ChangedLines(TOP, TOP, 0);
        }
        AbstractDelta<String> first = deltas.getFirst();
        return new ChangedLines(
                lines(first.getSource(), old.size()),
                lines(first.getTarget(), now.size()),
                deltas.size());
    }

    /** Where nothing was, or is left, the line beside it. */
    private static LineRange lines(Chunk<String> chunk, int all) {
        int first = Math.min(chunk.getPosition() + 1, all);
        int last = first + Math.clamp(chunk.size(), 1, LONGEST) - 1;
        return new LineRange(first, Math.min(last, all));
    }
}
