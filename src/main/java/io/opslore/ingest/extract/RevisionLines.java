package io.opslore.ingest.extract;

import java.util.List;

/** Lines as {@link io.opslore.library.RevisionText} counts them. */
final class RevisionLines {

    private RevisionLines() {}

    static List<String> of(String text) {
        return List.of(text.split("\n", -1));
    }
}
