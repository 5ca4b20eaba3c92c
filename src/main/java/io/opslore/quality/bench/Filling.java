package io.opslore.quality.bench;

import io.opslore.library.DocumentKey;
import io.opslore.library.Format;
import io.opslore.library.RevisionId;
import io.opslore.library.RevisionText;
import io.opslore.library.Revisions;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import io.opslore.library.Storing;
import io.opslore.quality.ScratchPortal;
import io.opslore.retrieval.BareEngine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Fills a portal with as many chunks as are wanted, in minutes instead of hours. */
final class Filling {

    private static final int CHUNKS_PER_DOCUMENT = 50;

    /** A little less than fits into a chunk, so that each holds one. */
    private static final int WORDS_PER_CHUNK = 300;

    private final ScratchPortal portal;
    private final MadeUpDocuments documents = new MadeUpDocuments(3_000);
    private final SpaceId space;
    private int made;

    Filling(ScratchPortal portal) {
        this.portal = portal;
        this.space = portal.bean(Spaces.class).create("Made up", "", portal.admin()).id();
    }

    /** Goes on until there are so many. */
    void upTo(int chunks) throws IOException {
        while (made < chunks) {
            String text = documents.text(CHUNKS_PER_DOCUMENT * WORDS_PER_CHUNK);
            RevisionId revision = store("made-up/" + made + ".md", text);
            portal.bean(Revisions.class)
                    .describe(
                            revision,
                            new RevisionText(
                                    text,
                                    "Made up " + made,
                                    Format.MARKDOWN,
                                    "",
                                    List.of(),
                                    List.of()));
            portal.bean(BareEngine.class).fill(revision);
            portal.bean(Revisions.class).makeCurrent(revision);
            made += CHUNKS_PER_DOCUMENT;
        }
    }

    private RevisionId store(String path, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return portal.bean(Storing.class)
                .store(
                        new DocumentKey(space, "bench", path),
                        new ByteArrayInputStream(bytes),
                        "bench",
                        portal.admin())
                .revision();
    }
}
