package io.opslore.operations.support;

/**
 * One file of the support bundle. Holds no secret, no text of a document and no name of anybody.
 */
interface BundlePart {

    /** Its name in the bundle. */
    String file();

    /** What stands in it; may throw, and then says so instead. */
    String content() throws Exception;
}
