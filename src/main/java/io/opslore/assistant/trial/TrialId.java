package io.opslore.assistant.trial;

import java.util.UUID;

/** Names a trial. */
public record TrialId(UUID value) {}
