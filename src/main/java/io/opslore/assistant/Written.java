package io.opslore.assistant;

import io.opslore.models.ChatPart;
import io.opslore.models.ModelFailure;

/** What came of asking the model. */
sealed interface Written {

    /** The model's own words so far, as they came: nothing that may be shown or stored yet. */
    String text();

    /** What it thought before, as it came; empty where nothing is kept of that. */
    String thoughts();

    /** The model has said that it is done. */
    record Complete(String text, String thoughts, ChatPart.Done done) implements Written {}

    /** The asker has heard enough. */
    record Stopped(String text, String thoughts) implements Written {}

    /** The model did not begin, or broke off. */
    record Broken(String text, String thoughts, ModelFailure.Reason reason) implements Written {}
}
