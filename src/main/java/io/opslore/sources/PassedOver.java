package io.opslore.sources;

/** Why a file is not taken. */
public enum PassedOver {
    /** More bytes than the portal takes. */
    TOO_LARGE,
    /** Nothing that the portal reads. */
    UNKNOWN_KIND,
    /** Of a kind that the source does not bring in. */
    OTHER_KIND,
    /** What systems and tools leave behind. */
    RUBBISH,
    /** Its content is kept by Git LFS, elsewhere. */
    POINTER,
    /** The portal may not read it, or it has to be fetched from an archive first. */
    UNREADABLE,
    /** No document can be called so. */
    UNSAFE_PATH
}
