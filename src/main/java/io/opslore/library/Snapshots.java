package io.opslore.library;

import io.opslore.identity.Asker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * What was seen of a live system at one moment, kept so that it can be cited: a document like any
 * other to whoever holds its address and may read its space, but in no list and in no search.
 * Thread-safe.
 */
@Service
public class Snapshots {

    /** Where documents of this kind come from. */
    public static final String SOURCE = "live";

    /** Where those come from that a person has pasted. */
    public static final String PASTED = "pasted";

    private final Recording recording;
    private final Extracts extracts;
    private final Keeping keeping;
    private final SnapshotQuotes quotes;
    private final Grants grants;

    Snapshots(
            Recording recording,
            Extracts extracts,
            Keeping keeping,
            SnapshotQuotes quotes,
            Grants grants) {
        this.recording = recording;
        this.extracts = extracts;
        this.keeping = keeping;
        this.quotes = quotes;
        this.grants = grants;
    }

    /**
     * For readers of the space, to whom it was shown. Makes a revision of what was seen under this
     * path before, unless it reads the same.
     *
     * @param path says where it was seen, and how
     * @param text without secrets
     * @param rules the masking rules that took them out
     * @param quoted documents that it tells from as well: only who may read them too may read it
     */
    public Stored keep(
            SpaceId space,
            String path,
            RevisionText text,
            String rules,
            Set<DocumentId> quoted,
            Asker asker) {
        return keep(new DocumentKey(space, SOURCE, path), text, rules, quoted, asker);
    }

    /** The same of a text that the asker has pasted. */
    public Stored keepPasted(
            SpaceId space, String path, RevisionText text, String rules, Asker asker) {
        return keep(new DocumentKey(space, PASTED, path), text, rules, Set.of(), asker);
    }

    private Stored keep(
            DocumentKey key, RevisionText text, String rules, Set<DocumentId> quoted, Asker asker) {
        grants.requireRead(key.space(), asker);
        byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
        try {
            return keeping.keep(
                    new ByteArrayInputStream(bytes),
                    blob -> {
                        Stored stored = keep(key, blob, text, rules, asker);
                        quotes.keep(stored.document(), quoted);
                        return stored;
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stored keep(
            DocumentKey key, Blobs.Blob blob, RevisionText text, String rules, Asker asker) {
        Stored stored = recording.snapshot(key, blob, text.title(), asker);
        extracts.keep(stored.revision(), text, new Masks(rules, List.of()));
        return stored;
    }
}
