package io.opslore.sources;

import io.opslore.sources.Snapshot.File;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is there with what was dealt with. Knows of no version that was reached, so that it
 * does not matter where an earlier sync was cut off, or what was pushed over. For one use.
 */
final class Planning {

    /** Longer paths can be no key in the database; no document can have one either. */
    private static final int LONGEST = 2000;

    private final FileJudge judge;
    private final Map<String, File> fresh = new LinkedHashMap<>();
    private final Map<String, KnownFile> gone;
    private final List<Step.Move> moves = new ArrayList<>();
    private final List<Step> others = new ArrayList<>();
    private int passedOver;

    /**
     * @param known by path
     */
    Planning(FileJudge judge, Map<String, KnownFile> known) {
        this.judge = judge;
        this.gone = new TreeMap<>(known);
    }

    /**
     * @param since the version that was reached last; empty for none
     */
    Steps plan(Snapshot snapshot, PathChoice choice, String since) {
        for (File file : snapshot.files()) {
            if (file.path().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
                passedOver++;
            } else if (choice.takes(file.path())) {
                KnownFile before = gone.remove(file.path());
                look(file, before);
            }
        }
        if (!fresh.isEmpty() && !gone.isEmpty()) {
            follow(since.isEmpty() ? Map.of() : snapshot.renamed(since));
        }
        fresh.values().forEach(file -> others.add(take(null, file)));
        gone.values()
                .forEach(before ->
                        others.add(
                                before.isTaken()
                                        ? new Step.Remove(before)
                                        : new Step.Forget(before)));
        List<Step> all = new ArrayList<>(inOrder());
        all.addAll(others);
        return new Steps(all, passedOver);
    }

    private void look(File file, @Nullable KnownFile before) {
        if (before != null && before.blob().equals(file.blob())) {
            if (!before.isTaken()) {
                passedOver++;
                return;
            }
            if (before.place().equals(judge.place(file))) {
                return;
            }
        }
        Optional<PassedOver> refusal = judge.refusal(file);
        boolean isTaken = before != null && before.isTaken();
        if (isTaken && refusal.equals(Optional.of(PassedOver.UNREADABLE))) {
            // It may be readable again at the next look; until then its document stays as it is.
            passedOver++;
        } else if (refusal.isPresent()) {
            passedOver++;
            others.add(new Step.Pass(before, file, refusal.get()));
        } else if (before == null || !before.isTaken()) {
            fresh.put(file.path(), file);
        } else if (before.place().equals(judge.place(file))) {
            others.add(take(before, file));
        } else {
            moves.add(new Step.Move(before, file, judge.place(file)));
        }
    }

    /** Files that are gone and files that are new may be the same ones. */
    private void follow(Map<String, String> renamed) {
        Map<String, KnownFile> byBlob = new HashMap<>();
        gone.values().stream()
                .filter(KnownFile::isTaken)
                .forEach(before -> byBlob.put(before.blob(), before));
        for (File file : List.copyOf(fresh.values())) {
            KnownFile before = gone.get(renamed.getOrDefault(file.path(), ""));
            if (before == null || !before.isTaken()) {
                before = byBlob.get(file.blob());
            }
            if (before != null && gone.containsKey(before.path()) && isReadAsBefore(before, file)) {
                gone.remove(before.path());
                fresh.remove(file.path());
                moves.add(new Step.Move(before, file, judge.place(file)));
            }
        }
    }

    /** The same bytes under a name of another kind would keep the text that they were read as. */
    private static boolean isReadAsBefore(KnownFile before, File file) {
        return !before.blob().equals(file.blob())
                || extension(before.path()).equals(extension(file.path()));
    }

    private static String extension(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.substring(Math.max(0, name.lastIndexOf('.')));
    }

    private Step take(@Nullable KnownFile before, File file) {
        return new Step.Take(before, file, judge.place(file));
    }

    /** What moves to where another one still is waits until that one has moved. */
    private List<Step> inOrder() {
        List<Step> ordered = new ArrayList<>();
        Map<String, Step.Move> waiting = new LinkedHashMap<>();
        moves.forEach(move -> waiting.put(move.before().place(), move));
        boolean moved = true;
        while (moved && !waiting.isEmpty()) {
            List<Step.Move> free =
                    waiting.values().stream()
                            .filter(move -> !waiting.containsKey(move.place()))
                            .toList();
            free.forEach(move -> waiting.remove(move.before().place()));
            ordered.addAll(free);
            moved = !free.isEmpty();
        }
        ordered.addAll(waiting.values());
        return ordered;
    }
}
