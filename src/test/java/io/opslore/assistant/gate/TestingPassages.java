package io.opslore.assistant.gate;

import io.opslore.library.LineRange;
import io.opslore.library.RevisionId;
import io.opslore.retrieval.Passage;
import io.opslore.testing.TestingDocuments;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Passages for tests that need no library. */
public final class TestingPassages {

    private TestingPassages() {}

    /** Passages of one document each. */
    public static List<Passage> of(String... texts) {
        return Arrays.stream(texts).map(text -> passage("docs/page.md", 1, text)).toList();
    }

    /** One passage whose text starts on the given line of its revision. */
    public static Passage passage(String path, int firstLine, String text) {
        var revision = new RevisionId(UUID.randomUUID());
        var document = TestingDocuments.at(path, "Page", revision);
        int last = firstLine + text.split("\n", -1).length - 1;
        return new Passage(
                document,
                revision,
                1,
                "",
                new LineRange(firstLine, last),
                0,
                text,
                "en",
                1,
                0.9,
                0.8);
    }
}
