package io.opslore.assistant;

import io.opslore.models.ChatPart;
import io.opslore.models.ModelFailure;

/** What came of asking the model. */
sealed interface Written {

    /** The model's own words so far, as they came: nothing that may be shown or stored yet. */
    String text();

    /** The model has said that it is done. */
    record Complete(String text, ChatPart.Done done) implements Written {}

    /** The asker has heard enough. */
    record Stopped(String text) implements Written {}

    /** The model did not begin, or broke off. */
    record Broken(String text, ModelFailure.Reason reason) implements Written {}
}
