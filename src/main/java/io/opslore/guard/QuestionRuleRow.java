package io.opslore.guard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule with what it has found.
 *
 * @param lastAt when it last found something; null for never
 */
public record QuestionRuleRow(QuestionRule rule, long hits, @Nullable Instant lastAt) {}
