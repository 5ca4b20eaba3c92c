package io.opslore.retrieval;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param index the search engine: {@code lucene} inside the portal or a {@code qdrant} server
 */
@ConfigurationProperties("opslore")
record IndexChoice(@DefaultValue("lucene") Engine index) {

    enum Engine {
        LUCENE,
        QDRANT
    }
}
