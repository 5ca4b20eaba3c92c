package io.opslore.kit;

/** How the two sides of a {@link DiffView} stand. */
public enum DiffLayout {
    /** The earlier text left, the later one right. */
    SIDE,
    /** One under the other, as in a patch. */
    INLINE
}
