package io.opslore.assistant.ui;

import io.opslore.assistant.Citation;

/**
 * A citation that somebody wants to see.
 *
 * @param giveFocusBack puts the keyboard where it was when the citation was opened
 */
record CitedIn(Citation citation, Runnable giveFocusBack) {}
