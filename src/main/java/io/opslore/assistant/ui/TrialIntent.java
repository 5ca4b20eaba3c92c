package io.opslore.assistant.ui;

/** What somebody wants of a trial. */
enum TrialIntent {
    STOP,
    READ,
    SWITCH,
    ROLL_BACK
}
