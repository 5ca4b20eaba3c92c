package io.opslore.leaks;

import io.opslore.identity.Asker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts probes, and what was shown wrongly or refused wrongly. Thread-safe. */
final class Tally {

    private static final int TOLD = 20;

    private final Map<String, Integer> probes = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private int leaks;
    private int refusals;

    synchronized void check(String path, boolean allowed, boolean shown, Object... about) {
        probes.merge(path, 1, Integer::sum);
        if (shown == allowed) {
            return;
        }
        if (shown) {
            leaks++;
        } else {
            refusals++;
        }
        if (faults.size() < TOLD) {
            faults.add(
                    (shown ? "leak: " : "refused: ")
                            + path
                            + " "
                            + Stream.of(about).map(Tally::name).toList());
        }
    }

    /** Whatever is shown beyond the universe is a leak as well. */
    synchronized <T> void checkAll(
            String path, Collection<T> universe, Set<T> allowed, Set<T> shown, Object about) {
        universe.forEach(
                one -> check(path, allowed.contains(one), shown.contains(one), about, one));
        Set<T> beyond = new HashSet<>(shown);
        beyond.removeAll(universe);
        beyond.forEach(one -> check(path, false, true, about, one));
    }

    /** For what need not show all: none of it may be more than is allowed. */
    synchronized <T> void checkNone(
            String path, Set<T> allowed, Collection<T> shown, Object about) {
        probes.merge(path, 1, Integer::sum);
        shown.forEach(one -> check(path, allowed.contains(one), true, about, one));
    }

    private static Object name(Object about) {
        return about instanceof Asker asker ? asker.username() : about;
    }

    synchronized int probes() {
        return probes.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized int leaks() {
        return leaks;
    }

    synchronized int refusals() {
        return refusals;
    }

    synchronized String summary() {
        return "leak matrix: %d probes, %d leaks, %d wrong refusals"
                .formatted(probes(), leaks, refusals);
    }

    synchronized String details() {
        return probes + "\n" + String.join("\n", faults);
    }
}
