package io.opslore.sources;

import io.opslore.ingest.FollowedFiles;
import io.opslore.library.Document;
import io.opslore.library.DocumentId;
import io.opslore.library.Provenance;
import io.opslore.library.RevisionId;
import io.opslore.library.Stored;
import io.opslore.sources.Snapshot.File;
import io.opslore.sources.SourcePlan.Fate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does one step after the other for one run. What a step changes in the library, what is remembered
 * of its file and that the run still holds the source are of one transaction: after a crash there
 * is all of it or nothing, and a run that was overtaken changes nothing. For one use.
 */
final class Doing {

    private final Source source;
    private final SyncRows.Run run;
    private final Snapshot snapshot;
    private final EarlierStates earlier;
    private final Rooms rooms;
    private final Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
    private final List<RevisionId> renamed = new ArrayList<>();

    /**
     * @param since the version that was reached last; empty for none
     */
    Doing(Source source, SyncRows.Run run, Snapshot snapshot, String since, Rooms rooms) {
        this.source = source;
        this.run = run;
        this.snapshot = snapshot;
        earlier = new EarlierStates(source, run, snapshot, since, rooms);
        this.rooms = rooms;
    }

    /** What a run works with. */
    record Rooms(
            FollowedFiles followed,
            FileRows files,
            SyncRows syncs,
            TransactionTemplate transaction,
            Clock clock) {}

    /** Goes on until all is done or the thread is interrupted. */
    SyncResult all(Steps steps) throws IOException, InterruptedException {
        Map<String, Provenance> changed = snapshot.changed(paths(steps));
        for (Step step : steps.all()) {
            goOn();
            one(step, changed);
        }
        for (RevisionId revision : renamed) {
            goOn();
            rooms.followed().renamed(revision);
        }
        return new SyncResult(
                rooms.clock().instant(),
                snapshot.version(),
                count(Fate.ADDED),
                count(Fate.CHANGED),
                count(Fate.MOVED),
                count(Fate.REMOVED),
                steps.passedOver());
    }

    private static void goOn() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("Stopped between two files");
        }
    }

    private void one(Step step, Map<String, Provenance> changed) throws IOException {
        switch (step) {
            case Step.Take(KnownFile before, File file, String place) ->
                    store(file, place, provenance(file, changed));
            case Step.Move(KnownFile before, File file, String place) ->
                    move(before, file, place, provenance(file, changed));
            case Step.Remove(KnownFile before) -> remove(before);
            case Step.Pass(KnownFile before, File file, PassedOver reason) ->
                    pass(before, file, reason);
            case Step.Forget(KnownFile before) ->
                    rooms.transaction().executeWithoutResult(status -> forget(before));
        }
    }

    private void store(File file, String place, Provenance provenance) throws IOException {
        boolean isNew = earlier.store(file, place);
        Stored stored =
                rooms.followed()
                        .accept(
                                source.key(place),
                                new ByteArrayInputStream(snapshot.bytes(file)),
                                provenance,
                                kept -> remember(file, place, kept.document()),
                                source.owner());
        switch (stored) {
            case Stored.Added added -> count(Fate.ADDED, 1);
            case Stored.Revised revised -> count(isNew ? Fate.ADDED : Fate.CHANGED, 1);
            case Stored.Unchanged unchanged -> count(Fate.ADDED, isNew ? 1 : 0);
        }
    }

    private void move(KnownFile before, File file, String place, Provenance provenance)
            throws IOException {
        DocumentId document = before.document();
        boolean moved = document != null && moved(document, before, file, place);
        if (moved) {
            count(Fate.MOVED, 1);
        } else {
            // Somebody purged it, or the path is taken, in the bin perhaps: a document of its own.
            remove(before);
        }
        if (!moved || !before.blob().equals(file.blob())) {
            store(file, place, provenance);
        }
    }

    private boolean moved(DocumentId document, KnownFile before, File file, String place) {
        return Boolean.TRUE.equals(
                rooms.transaction()
                        .execute(status -> {
                            Document now =
                                    rooms.followed()
                                            .move(document, source.key(place), source.owner())
                                            .orElse(null);
                            if (now == null) {
                                return false;
                            }
                            rooms.files().remove(source.id(), before.path());
                            // With the bytes that it has by now: other ones come next.
                            var bytes = new File(file.path(), before.blob(), file.size());
                            remember(bytes, place, document);
                            if (now.current() != null) {
                                renamed.add(now.current());
                            }
                            return true;
                        }));
    }

    private void remove(KnownFile before) {
        rooms.transaction()
                .executeWithoutResult(status -> {
                    bin(before);
                    forget(before);
                });
        count(Fate.REMOVED, 1);
    }

    private void pass(@Nullable KnownFile before, File file, PassedOver reason) {
        rooms.transaction()
                .executeWithoutResult(status -> {
                    if (before != null) {
                        bin(before);
                    }
                    rooms.files()
                            .put(
                                    source.id(),
                                    new KnownFile(file.path(), file.blob(), "", reason, null));
                    rooms.syncs().step(run);
                });
    }

    private void bin(KnownFile before) {
        if (before.document() != null) {
            rooms.followed().bin(before.document(), source.space(), source.owner());
        }
    }

    private void forget(KnownFile before) {
        rooms.files().remove(source.id(), before.path());
        rooms.syncs().step(run);
    }

    private void remember(File file, String place, DocumentId document) {
        rooms.files()
                .put(source.id(), new KnownFile(file.path(), file.blob(), place, null, document));
        rooms.syncs().step(run);
    }

    private Provenance provenance(File file, Map<String, Provenance> changed) {
        return changed.getOrDefault(
                file.path(),
                new Provenance(
                        "", rooms.clock().instant(), source.kind() + ":" + snapshot.version()));
    }

    private static List<String> paths(Steps steps) {
        return steps.all().stream()
                .<String>mapMulti((step, to) -> {
                    switch (step) {
                        case Step.Take take -> to.accept(take.file().path());
                        case Step.Move move -> to.accept(move.file().path());
                        case Step.Remove remove -> {}
                        case Step.Pass pass -> {}
                        case Step.Forget forget -> {}
                    }
                })
                .toList();
    }

    private void count(Fate fate, int more) {
        counts.merge(fate, more, Integer::sum);
    }

    private int count(Fate fate) {
        return counts.getOrDefault(fate, 0);
    }
}
