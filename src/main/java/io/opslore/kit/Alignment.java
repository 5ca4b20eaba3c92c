package io.opslore.kit;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of two lists does not belong together; all else stands in both, in the same order.
 *
 * @param removed places in the earlier list
 * @param inserted places in the later list
 */
record Alignment(BitSet removed, BitSet inserted) {

    /**
     * Compares two lists.
     *
     * @param effort how many comparisons it may take
     * @return empty where the lists differ so much that it would take more
     */
    static <T> Optional<Alignment> of(List<T> before, List<T> after, long effort) {
        Set<T> shared = new HashSet<>(before);
        shared.retainAll(new HashSet<>(after));
        Map<T, Integer> names = new HashMap<>();
        Side left = Side.of(before, shared, names);
        Side right = Side.of(after, shared, names);
        try {
            for (Change change : changes(left.names, right.names, effort)) {
                left.change(change.startOriginal, change.endOriginal);
                right.change(change.startRevised, change.endRevised);
            }
        } catch (TooMuchEffort tooDifferent) {
            return Optional.empty();
        }
        return Optional.of(new Alignment(left.changed, right.changed));
    }

    private static List<Change> changes(List<Integer> before, List<Integer> after, long effort) {
        long[] left = {effort};
        return new MyersDiffWithLinearSpace<Integer>(
                        (one, other) -> {
                            if (--left[0] < 0) {
                                throw new TooMuchEffort();
                            }
                            return one.equals(other);
                        })
                .computeDiff(before, after, null);
    }

    /**
     * One list, without what the other does not have at all: that can never match, and sorting it
     * out first makes even two wholly different texts cheap to compare.
     */
    private record Side(List<Integer> names, List<Integer> places, BitSet changed) {

        static <T> Side of(List<T> list, Set<T> shared, Map<T, Integer> names) {
            Side side = new Side(new ArrayList<>(), new ArrayList<>(), new BitSet(list.size()));
            for (int place = 0; place < list.size(); place++) {
                T element = list.get(place);
                if (shared.contains(element)) {
                    side.names.add(names.computeIfAbsent(element, fresh -> names.size()));
                    side.places.add(place);
                } else {
                    side.changed.set(place);
                }
            }
            return side;
        }

        void change(int first, int end) {
            for (int i = first; i < end; i++) {
                changed.set(places.get(i));
            }
        }
    }

    private static final class TooMuchEffort extends RuntimeException {

        private static final @Nullable String NO_MESSAGE = null;

        TooMuchEffort() {
            super(NO_MESSAGE, null, false, false);
        }
    }
}
