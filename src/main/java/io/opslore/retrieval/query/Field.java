package io.opslore.retrieval.query;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be asked for by a prefix. Anything else before a colon is plain text. */
public enum Field {
    KIND,
    SPACE,
    PATH,
    TAG,
    LANG,
    SINCE,
    BEFORE;

    /** As it is typed, without the colon. */
    public String prefix() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Field> of(String prefix) {
        return Stream.of(values())
                .filter(field -> field.prefix().equalsIgnoreCase(prefix))
                .findFirst();
    }
}
