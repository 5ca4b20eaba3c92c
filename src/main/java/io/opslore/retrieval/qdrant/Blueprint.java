package io.opslore.retrieval.qdrant;

import io.qdrant.client.grpc.Collections.BinaryQuantization;
import io.qdrant.client.grpc.Collections.CreateCollection;
import io.qdrant.client.grpc.Collections.Distance;
import io.qdrant.client.grpc.Collections.IntegerIndexParams;
import io.qdrant.client.grpc.Collections.KeywordIndexParams;
import io.qdrant.client.grpc.Collections.Modifier;
import io.qdrant.client.grpc.Collections.PayloadIndexParams;
import io.qdrant.client.grpc.Collections.QuantizationConfig;
import io.qdrant.client.grpc.Collections.QuantizationType;
import io.qdrant.client.grpc.Collections.ScalarQuantization;
import io.qdrant.client.grpc.Collections.SparseIndexConfig;
import io.qdrant.client.grpc.Collections.SparseVectorConfig;
import io.qdrant.client.grpc.Collections.SparseVectorParams;
import io.qdrant.client.grpc.Collections.UuidIndexParams;
import io.qdrant.client.grpc.Collections.VectorParams;
import io.qdrant.client.grpc.Collections.VectorParamsMap;
import io.qdrant.client.grpc.Collections.VectorsConfig;
import io.qdrant.client.grpc.Points.CreateFieldIndexCollection;
import io.qdrant.client.grpc.Points.FieldType;
import java.util.List;

/** What a generation's collection looks like: its two vectors and what may be filtered by. */
record Blueprint(QdrantSettings settings, int dimensions) {

    CreateCollection collection(String name) {
        return CreateCollection.newBuilder()
                .setCollectionName(name)
                .setShardNumber(settings.shards())
                .setReplicationFactor(settings.replicas())
                .setOnDiskPayload(true)
                .setVectorsConfig(
                        VectorsConfig.newBuilder()
                                .setParamsMap(
                                        VectorParamsMap.newBuilder()
                                                .putMap(StoredPoints.MEANING, meaning())))
                .setSparseVectorsConfig(
                        SparseVectorConfig.newBuilder().putMap(StoredPoints.WORDS, words()))
                .build();
    }

    /** Without these the server would read every point to filter. */
    List<CreateFieldIndexCollection> fields(String collection) {
        return List.of(
                field(collection, StoredPoints.SPACE, FieldType.FieldTypeUuid, ids()),
                field(collection, StoredPoints.REVISION, FieldType.FieldTypeUuid, ids()),
                field(collection, StoredPoints.LANGUAGE, FieldType.FieldTypeKeyword, keywords()),
                field(collection, StoredPoints.KIND, FieldType.FieldTypeKeyword, keywords()),
                field(collection, StoredPoints.PLACE, FieldType.FieldTypeInteger, numbers(true)),
                field(collection, StoredPoints.TERMS, FieldType.FieldTypeInteger, numbers(false)),
                field(collection, StoredPoints.PAIRS, FieldType.FieldTypeInteger, numbers(false)));
    }

    private VectorParams meaning() {
        VectorParams.Builder vectors =
                VectorParams.newBuilder()
                        .setSize(dimensions)
                        .setDistance(Distance.Cosine)
                        .setOnDisk(settings.onDisk());
        switch (settings.quantisation()) {
            case NONE -> {}
            case SCALAR -> vectors.setQuantizationConfig(scalar());
            case BINARY -> vectors.setQuantizationConfig(binary());
        }
        return vectors.build();
    }

    private SparseVectorParams words() {
        return SparseVectorParams.newBuilder()
                .setModifier(Modifier.Idf)
                .setIndex(SparseIndexConfig.newBuilder().setOnDisk(settings.onDisk()))
                .build();
    }

    private static QuantizationConfig scalar() {
        return QuantizationConfig.newBuilder()
                .setScalar(
                        ScalarQuantization.newBuilder()
                                .setType(QuantizationType.Int8)
                                .setAlwaysRam(true))
                .build();
    }

    private static QuantizationConfig binary() {
        return QuantizationConfig.newBuilder()
                .setBinary(BinaryQuantization.newBuilder().setAlwaysRam(true))
                .build();
    }

    private static CreateFieldIndexCollection field(
            String collection, String field, FieldType type, PayloadIndexParams params) {
        return CreateFieldIndexCollection.newBuilder()
                .setCollectionName(collection)
                .setWait(true)
                .setFieldName(field)
                .setFieldType(type)
                .setFieldIndexParams(params)
                .build();
    }

    private static PayloadIndexParams ids() {
        return PayloadIndexParams.newBuilder()
                .setUuidIndexParams(UuidIndexParams.getDefaultInstance())
                .build();
    }

    private static PayloadIndexParams keywords() {
        return PayloadIndexParams.newBuilder()
                .setKeywordIndexParams(KeywordIndexParams.getDefaultInstance())
                .build();
    }

    /**
     * Words and their neighbours are many and seldom filtered by: they stay on disk. No search by
     * meaning filters by any of these.
     */
    private static PayloadIndexParams numbers(boolean range) {
        return PayloadIndexParams.newBuilder()
                .setIntegerIndexParams(
                        IntegerIndexParams.newBuilder()
                                .setLookup(!range)
                                .setRange(range)
                                .setOnDisk(!range)
                                .setEnableHnsw(false))
                .build();
    }
}
