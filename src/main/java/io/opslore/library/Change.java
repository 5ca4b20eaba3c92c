package io.opslore.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a document since some instant, all its revisions in between taken together.
 *
 * @param before the newest revision at that instant; null where there was none
 * @param after the revision that answers now; null for a document that was removed
 * @param at when {@code after} was stored, or the document removed
 */
public record Change(
        Document document,
        @Nullable Revision before,
        @Nullable Revision after,
        ChangeKind kind,
        Instant at) {}
