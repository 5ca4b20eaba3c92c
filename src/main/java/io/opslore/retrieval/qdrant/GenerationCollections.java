package io.opslore.retrieval.qdrant;

import io.opslore.retrieval.IndexSnapshot;
import io.opslore.retrieval.engine.GenerationId;
import io.qdrant.client.grpc.Collections.CollectionDescription;
import io.qdrant.client.grpc.Collections.CollectionInfo;
import io.qdrant.client.grpc.Collections.DeleteCollection;
import io.qdrant.client.grpc.Collections.GetCollectionInfoRequest;
import io.qdrant.client.grpc.Collections.ListCollectionsRequest;
import io.qdrant.client.grpc.Collections.VectorParams;
import io.qdrant.client.grpc.SnapshotsService.CreateSnapshotRequest;
import io.qdrant.client.grpc.SnapshotsService.SnapshotDescription;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The collections of this portal's generations, each behind its alias. Thread-safe. */
final class GenerationCollections {

    /** Measured with one chunk of 120 words to two windows of 384 numbers; words weigh the most. */
    private static final int BESIDES_VECTOR = 4200;

    private final Calls calls;
    private final Names names;
    private final Aliases aliases;
    private final List<Consumer<GenerationId>> toldOfLosses = new CopyOnWriteArrayList<>();

    GenerationCollections(Calls calls, Names names) {
        this.calls = calls;
        this.names = names;
        this.aliases = new Aliases(calls, names);
    }

    void onLoss(Consumer<GenerationId> told) {
        toldOfLosses.add(told);
    }

    /** Passes on that a collection is there no more which had been there. */
    void lost(GenerationId generation) {
        toldOfLosses.forEach(told -> told.accept(generation));
    }

    /** Sees to it that there is a collection made of what is wanted behind the alias. */
    void ensure(GenerationId generation, String madeOf, Blueprint blueprint) {
        if (isThere(generation, madeOf)) {
            return;
        }
        String fresh = made(generation, madeOf, blueprint);
        if (isThere(generation, madeOf)) {
            // Another portal was quicker, and may have begun to fill it.
            delete(fresh);
        } else {
            putBehind(generation, fresh);
        }
    }

    /** Puts an empty collection behind the alias and deletes the one that was there. */
    void replace(GenerationId generation, String madeOf, Blueprint blueprint) {
        putBehind(generation, made(generation, madeOf, blueprint));
    }

    /** Deletes all collections of a generation; the alias goes with the one behind it. */
    void drop(GenerationId generation) {
        all().filter(it -> names.generation(it).filter(generation::equals).isPresent())
                .toList()
                .forEach(this::delete);
    }

    Set<GenerationId> stored() {
        return all().flatMap(it -> names.generation(it).stream()).collect(Collectors.toSet());
    }

    /** About how many bytes a generation takes up, by its points: the server does not tell. */
    long size(GenerationId generation) {
        return aliases.behind(generation)
                .map(this::info)
                .map(GenerationCollections::size)
                .orElse(0L);
    }

    /**
     * Has the server write a file of the collection behind the alias; empty where there is none.
     */
    Optional<IndexSnapshot> snapshot(GenerationId generation) {
        return aliases.behind(generation)
                .map(collection -> {
                    SnapshotDescription made =
                            calls.slow(stubs ->
                                            stubs.snapshots()
                                                    .create(
                                                            CreateSnapshotRequest.newBuilder()
                                                                    .setCollectionName(collection)
                                                                    .build()))
                                    .getSnapshotDescription();
                    return new IndexSnapshot(
                            generation.value(), collection, made.getName(), made.getSize());
                });
    }

    private boolean isThere(GenerationId generation, String madeOf) {
        return aliases.behind(generation)
                .filter(it -> names.isMadeOf(it, generation, madeOf))
                .isPresent();
    }

    private String made(GenerationId generation, String madeOf, Blueprint blueprint) {
        String fresh = names.fresh(generation, madeOf);
        calls.write(stubs -> stubs.collections().create(blueprint.collection(fresh)));
        blueprint
                .fields(fresh)
                .forEach(field -> calls.write(stubs -> stubs.points().createFieldIndex(field)));
        return fresh;
    }

    private void putBehind(GenerationId generation, String fresh) {
        aliases.point(generation, fresh).ifPresent(this::delete);
    }

    private CollectionInfo info(String collection) {
        return calls.read(stubs ->
                        stubs.collections()
                                .get(
                                        GetCollectionInfoRequest.newBuilder()
                                                .setCollectionName(collection)
                                                .build()))
                .getResult();
    }

    private static long size(CollectionInfo info) {
        var vectors = info.getConfig().getParams().getVectorsConfig().getParamsMap().getMapMap();
        long numbers = vectors.values().stream().mapToLong(VectorParams::getSize).sum();
        return info.getPointsCount() * (numbers * Float.BYTES + BESIDES_VECTOR);
    }

    private Stream<String> all() {
        return calls
                .read(stubs ->
                        stubs.collections().list(ListCollectionsRequest.getDefaultInstance()))
                .getCollectionsList()
                .stream()
                .map(CollectionDescription::getName);
    }

    private void delete(String collection) {
        calls.write(stubs ->
                stubs.collections()
                        .delete(
                                DeleteCollection.newBuilder()
                                        .setCollectionName(collection)
                                        .build()));
    }
}
