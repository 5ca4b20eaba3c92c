package io.opslore.library;

import io.opslore.identity.Asker;
import io.opslore.identity.Permission;
import io.opslore.library.Release.Copy;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Decides who gets an original. Without the right to it a person gets what went through the
 * masking, and of the bytes only those that hold no text or in whose text nothing was masked.
 */
@Component
class Releasing {

    private final Extracts extracts;
    private final Grants grants;

    Releasing(Extracts extracts, Grants grants) {
        this.extracts = extracts;
        this.grants = grants;
    }

    /**
     * @param revision one that the asker may read
     */
    Release of(Revision revision, Asker asker) {
        Optional<Masks> masks = extracts.masks(revision.id());
        if (grants.may(Permission.DOCUMENT_ORIGINAL, revision.space(), asker)) {
            return new Release(Copy.ORIGINAL, true, masks);
        }
        return masks.flatMap(found -> extracts.text(revision.id()).map(text -> of(text, found)))
                .orElseGet(() -> new Release(Copy.NONE, false, masks));
    }

    private static Release of(RevisionText text, Masks masks) {
        Copy copy = text.format() == Format.IMAGE ? Copy.ORIGINAL : Copy.MASKED_TEXT;
        return new Release(copy, masks.all().isEmpty(), Optional.of(masks));
    }

    /** Whether bytes that look like this are what was extracted, and may be drawn. */
    boolean isDrawn(MediaKind kind, Revision revision, Asker asker) {
        if (grants.may(Permission.DOCUMENT_ORIGINAL, revision.space(), asker)) {
            return true;
        }
        return of(revision, asker).drawn()
                && extracts.text(revision.id())
                        .filter(text -> isWhatWasRead(kind, text.format()))
                        .isPresent();
    }

    /** What is two things at once may have been read as the other one. */
    private static boolean isWhatWasRead(MediaKind kind, Format format) {
        return switch (kind) {
            case PDF -> format == Format.PAGES;
            case SVG -> format == Format.CODE;
            case PNG, JPEG, GIF, WEBP, AVIF -> format == Format.IMAGE;
        };
    }
}
