package io.opslore.assistant.trial;

import io.opslore.models.ModelTask;
import java.util.UUID;

/** A question that models are tried with at a task. */
public record SavedQuestion(UUID id, ModelTask task, String text) {}
