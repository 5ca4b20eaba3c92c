package io.opslore.retrieval;

import java.util.Locale;
import java.util.Map;

/**
 * What the makers of an embedding model say of it.
 *
 * @param queryPrefix what it wants a question to begin with
 * @param passagePrefix what it wants a passage to begin with
 * @param englishOnly whether it was taught English alone
 */
record KnownEmbedder(String queryPrefix, String passagePrefix, boolean englishOnly) {

    private static final String SENTENCE =
            "Represent this sentence for searching relevant passages: ";

    /** Without prefixes, of any language: bge-m3, and those of which nothing is known. */
    private static final KnownEmbedder PLAIN = new KnownEmbedder("", "", false);

    private static final Map<String, KnownEmbedder> KNOWN =
            Map.of(
                    "nomic-embed-text",
                    new KnownEmbedder("search_query: ", "search_document: ", true),
                    "nomic-embed-text-v2-moe",
                    new KnownEmbedder("search_query: ", "search_document: ", false),
                    "mxbai-embed-large",
                    new KnownEmbedder(SENTENCE, "", true),
                    "bge-large",
                    new KnownEmbedder(SENTENCE, "", true),
                    "snowflake-arctic-embed",
                    new KnownEmbedder(SENTENCE, "", true),
                    "snowflake-arctic-embed2",
                    new KnownEmbedder("query: ", "", false),
                    "all-minilm",
                    new KnownEmbedder("", "", true),
                    "embeddinggemma",
                    new KnownEmbedder(
                            "task: search result | query: ", "title: none | text: ", false),
                    "multilingual-e5-large",
                    new KnownEmbedder("query: ", "passage: ", false));

    /**
     * @param model as a server calls it, with its registry and tag or without
     */
    static KnownEmbedder of(String model) {
        String name = model.substring(model.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        int tag = name.indexOf(':');
        return KNOWN.getOrDefault(tag < 0 ? name : name.substring(0, tag), PLAIN);
    }
}
