package io.opslore.retrieval;

import io.opslore.retrieval.engine.Embedder;
import io.opslore.retrieval.engine.KnowledgeIndex;
import io.opslore.retrieval.lucene.LuceneKnowledgeIndex;
import io.opslore.retrieval.lucene.SnowballStemming;
import io.opslore.retrieval.onnx.OnnxEmbedder;
import io.opslore.retrieval.text.ChunkSize;
import io.opslore.retrieval.text.Chunker;
import io.opslore.retrieval.text.WindowCutter;
import io.opslore.retrieval.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the engine and the embedding model. */
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

    @Bean
    KnowledgeIndex knowledgeIndex(RetrievalSettings settings, Embedder embedder, Words words) {
        return new LuceneKnowledgeIndex(
                settings.index(), embedder.model(), words, settings.commitEvery());
    }

    @Bean
    Chunker chunker(Embedder embedder) {
        return new Chunker(ChunkSize.USUAL, embedder::tokens);
    }

    @Bean
    WindowCutter windowCutter(RetrievalSettings settings, Embedder embedder) {
        return new WindowCutter(embedder::spans, settings.windowsPerChunk());
    }
}
