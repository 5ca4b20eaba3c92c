package io.opslore.ingest.queue;

import io.opslore.ingest.extract.DetailsFinder;
import io.opslore.ingest.extract.Extracted;
import io.opslore.ingest.extract.Extraction;
import io.opslore.ingest.extract.ExtractionFailed;
import io.opslore.library.NotFound;
import io.opslore.library.Remasks;
import io.opslore.library.Revision;
import io.opslore.library.RevisionId;
import io.opslore.library.Revisions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Masks stored revisions again, from their original bytes: rules that find less than before bring
 * back what they took. May be repeated, and cut short anywhere.
 */
@Component
class RemaskStep {

    private static final Logger LOG = LoggerFactory.getLogger(RemaskStep.class);

    private final Revisions revisions;
    private final Remasks remasks;
    private final Extraction extraction;
    private final Indexer indexer;

    RemaskStep(Revisions revisions, Remasks remasks, Extraction extraction, Indexer indexer) {
        this.revisions = revisions;
        this.remasks = remasks;
        this.extraction = extraction;
        this.indexer = indexer;
    }

    /**
     * @param version what was in force when these were looked for
     */
    void run(List<RevisionId> due, String version) throws InterruptedException, IOException {
        List<RevisionId> changed = new ArrayList<>();
        for (RevisionId id : due) {
            if (replace(id)) {
                changed.add(id);
            }
        }
        if (!changed.isEmpty()) {
            indexer.renew(changed);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("Stopped while indexing");
        }
        // Rules that changed meanwhile have another name, so all of these are due again.
        changed.forEach(id -> remasks.finish(id, version));
    }

    private boolean replace(RevisionId id) throws InterruptedException, IOException {
        try {
            Revision revision = revisions.revision(id);
            Extracted extracted = extracted(revision);
            return remasks.replace(
                    id,
                    extracted.text(),
                    DetailsFinder.find(revision.path(), extracted.text()),
                    extracted.masks());
        } catch (NotFound e) {
            LOG.debug("Purged meanwhile: {}", id);
            return false;
        }
    }

    private Extracted extracted(Revision revision) throws InterruptedException, IOException {
        try {
            return extraction.extract(
                    revision.path(),
                    revision.space(),
                    revision.size(),
                    () -> revisions.original(revision.id()));
        } catch (ExtractionFailed e) {
            LOG.warn(
                    "Masked again from its text, its file being unreadable now: {}", revision.id());
        }
        return revisions
                .text(revision.id())
                .map(text -> extraction.again(revision.fileName(), revision.space(), text))
                .orElseThrow(() -> new NotFound("Text"));
    }
}
