package io.opslore.retrieval.ui;

/** What an admin may want of a generation. */
enum GenerationIntent {
    PAUSE,
    GO_ON,
    CANCEL,
    REVERT,
    DROP
}
