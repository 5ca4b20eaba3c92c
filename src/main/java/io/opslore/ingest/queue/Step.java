package io.opslore.ingest.queue;

import io.opslore.library.RevisionId;

/** One step of a revision's way; may be run again after a crash or a fault. */
@FunctionalInterface
interface Step {

    void run(RevisionId revision) throws Exception;
}
