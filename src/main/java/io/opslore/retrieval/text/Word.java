package io.opslore.retrieval.text;

import java.util.List;
import java.util.stream.Stream;

/**
 * A word as it is searched: lower-case and stemmed. An identifier is findable whole and by its
 * parts.
 *
 * @param whole the term for all of it
 * @param parts the terms of its parts; empty for a plain word
 */
public record Word(String whole, List<String> parts) {

    public Word {
        parts = List.copyOf(parts);
    }

    /** The whole first, then the parts, each once. */
    public Stream<String> terms() {
        return Stream.concat(Stream.of(whole), parts.stream()).distinct();
    }
}
