package io.opslore.assistant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it stands in a list of the ledger: nothing of what was asked or said.
 *
 * @param asker the username at that time
 * @param model null where no model was asked
 * @param passages from how many it was written
 */
public record LedgerEntry(
        AnswerId id,
        Instant askedAt,
        String asker,
        Answer.Outcome outcome,
        @Nullable String model,
        int tokens,
        int passages) {}
