package io.opslore.retrieval;

/** Which arms of the index a search asks. */
public enum Arms {
    /** What answers people. */
    BOTH,
    /** To see what the words alone are worth. */
    WORDS,
    /** To see what the meaning alone is worth; finds nothing where the embedder has no vote. */
    MEANING
}
