package io.opslore.ingest;

import io.opslore.library.DocumentId;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;

/** One document's newest state. */
public record IngestProgress(
        SpaceId space, DocumentId document, RevisionId revision, String path, IngestState state) {}
