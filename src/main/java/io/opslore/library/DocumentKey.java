package io.opslore.library;

/**
 * What a document is known by, whatever its bytes are.
 *
 * @param source where documents of this kind come from, for instance {@code upload}; the same path
 *     from two sources is two documents
 * @param path any separators; brought into the library's form
 */
public record DocumentKey(SpaceId space, String source, String path) {

    /** Throws {@link IllegalArgumentException} for a path that is unusable. */
    public DocumentKey {
        path = DocumentPath.normalised(path);
    }
}
