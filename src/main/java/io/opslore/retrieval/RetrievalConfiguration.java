package io.opslore.retrieval;

import io.opslore.outbound.Certificates;
import io.opslore.retrieval.engine.Embedder;
import io.opslore.retrieval.engine.KnowledgeIndexes;
import io.opslore.retrieval.lucene.LuceneKnowledgeIndexes;
import io.opslore.retrieval.lucene.SnowballStemming;
import io.opslore.retrieval.onnx.OnnxEmbedder;
import io.opslore.retrieval.qdrant.QdrantKnowledgeIndexes;
import io.opslore.retrieval.qdrant.QdrantSettings;
import io.opslore.retrieval.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the engine and the embedding models. */
@Configuration(proxyBeanMethods = false)
class RetrievalConfiguration {

    @Bean
    Words words() {
        return new Words(SnowballStemming::new);
    }

    @Bean
    Embedder embedder(RetrievalSettings settings) {
        return new OnnxEmbedder(settings.nativeLibraries(), settings.threads());
    }

    /** What only one engine needs is not even loaded with the other. */
    @Bean
    KnowledgeIndexes knowledgeIndexes(
            IndexChoice choice,
            RetrievalSettings settings,
            QdrantSettings qdrant,
            Words words,
            Certificates certificates) {
        return switch (choice.index()) {
            case LUCENE ->
                    new LuceneKnowledgeIndexes(settings.index(), words, settings.commitEvery());
            case QDRANT ->
                    new QdrantKnowledgeIndexes(
                            qdrant,
                            words,
                            certificates.of(qdrant.sslBundle(), "opslore.qdrant.ssl-bundle"));
        };
    }
}
