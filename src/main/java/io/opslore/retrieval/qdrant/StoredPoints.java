package io.opslore.retrieval.qdrant;

import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.retrieval.engine.ChunkKey;
import io.opslore.retrieval.engine.IndexedChunk;
import io.opslore.retrieval.engine.IndexedWindow;
import io.qdrant.client.PointIdFactory;
import io.qdrant.client.ValueFactory;
import io.qdrant.client.VectorFactory;
import io.qdrant.client.VectorsFactory;
import io.qdrant.client.grpc.JsonWithInt.Value;
import io.qdrant.client.grpc.Points.PointStruct;
import io.qdrant.client.grpc.Points.Vector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How chunks and windows are written as points. A point's id follows from what it is, so that
 * writing it twice leaves one. No word of a text is stored, only numbers made of words.
 */
final class StoredPoints {

    static final String WORDS = "words";
    static final String MEANING = "meaning";

    static final String SPACE = "space";
    static final String REVISION = "revision";
    static final String LANGUAGE = "language";
    static final String ORDINAL = "ordinal";
    static final String KIND = "kind";
    static final String PLACE = "place";
    static final String TERMS = "terms";
    static final String PAIRS = "pairs";

    static final String CHUNK = "chunk";
    static final String WINDOW = "window";

    private final TermWeights weights;

    StoredPoints(TermWeights weights) {
        this.weights = weights;
    }

    PointStruct chunk(RevisionId revision, SpaceId space, int place, IndexedChunk chunk) {
        Map<Integer, Float> terms = weights.of(chunk);
        Map<String, Value> payload = payload(revision, space, chunk.ordinal());
        payload.put(KIND, ValueFactory.value(CHUNK));
        payload.put(LANGUAGE, ValueFactory.value(chunk.language().code()));
        payload.put(PLACE, ValueFactory.value(place));
        payload.put(TERMS, numbers(terms.keySet().stream().map(Integer::toUnsignedLong)));
        payload.put(PAIRS, numbers(weights.pairs(chunk).stream()));
        Vector vector =
                VectorFactory.vector(
                        new ArrayList<>(terms.values()), new ArrayList<>(terms.keySet()));
        return point(revision, CHUNK, place, payload)
                .setVectors(VectorsFactory.namedVectors(Map.of(WORDS, vector)))
                .build();
    }

    PointStruct window(RevisionId revision, SpaceId space, int place, IndexedWindow window) {
        Map<String, Value> payload = payload(revision, space, window.ordinal());
        payload.put(KIND, ValueFactory.value(WINDOW));
        payload.put(LANGUAGE, ValueFactory.value(window.language().code()));
        payload.put(PLACE, ValueFactory.value(place));
        return point(revision, WINDOW, place, payload)
                .setVectors(
                        VectorsFactory.namedVectors(
                                Map.of(MEANING, VectorFactory.vector(window.vector()))))
                .build();
    }

    /** Which chunk a point is of. */
    static ChunkKey key(Map<String, Value> payload) {
        return new ChunkKey(
                revision(payload), Math.toIntExact(value(payload, ORDINAL).getIntegerValue()));
    }

    static RevisionId revision(Map<String, Value> payload) {
        return new RevisionId(UUID.fromString(value(payload, REVISION).getStringValue()));
    }

    static boolean isChunk(Map<String, Value> payload) {
        return value(payload, KIND).getStringValue().equals(CHUNK);
    }

    private static Value value(Map<String, Value> payload, String field) {
        Value value = payload.get(field);
        if (value == null) {
            throw new IllegalStateException("A point of the index has no " + field);
        }
        return value;
    }

    private static Map<String, Value> payload(RevisionId revision, SpaceId space, int ordinal) {
        Map<String, Value> payload = new HashMap<>();
        payload.put(REVISION, ValueFactory.value(revision.value().toString()));
        payload.put(SPACE, ValueFactory.value(space.value().toString()));
        payload.put(ORDINAL, ValueFactory.value(ordinal));
        return payload;
    }

    private static PointStruct.Builder point(
            RevisionId revision, String kind, int place, Map<String, Value> payload) {
        String name = revision.value() + " " + kind + " " + place;
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return PointStruct.newBuilder().setId(PointIdFactory.id(id)).putAllPayload(payload);
    }

    private static Value numbers(Stream<Long> numbers) {
        List<Value> values = numbers.map(ValueFactory::value).toList();
        return ValueFactory.list(values);
    }
}
