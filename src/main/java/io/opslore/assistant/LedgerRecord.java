package io.opslore.assistant;

import io.opslore.models.ChatRequest.Turn;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of how an answer came about, as far as its reader may open the sources.
 *
 * @param answer its text is withheld where it was written from what the reader may not open
 * @param promptVersion null where no model was asked
 * @param options that the model was asked with
 * @param prompt what the model was sent, rebuilt; with a note in place of what is withheld
 * @param plans what a model was asked that said what to look up, in order
 */
public record LedgerRecord(
        LedgerEntry entry,
        Answer answer,
        @Nullable String promptVersion,
        Map<String, String> options,
        List<UsedPassage> passages,
        List<Turn> prompt,
        Rebuilt rebuilt,
        List<PlanRecord> plans) {

    public LedgerRecord {
        options = Map.copyOf(options);
        passages = List.copyOf(passages);
        prompt = List.copyOf(prompt);
        plans = List.copyOf(plans);
    }

    /** How well the prompt could be rebuilt. */
    public enum Rebuilt {
        /** To the byte: its hash is that of what was sent. */
        EXACT,
        /** Something is not as it was. */
        DIFFERENT,
        /** Parts are withheld from the reader, or were removed. */
        INCOMPLETE,
        /** It was asked before the ledger kept what is needed. */
        UNKNOWN,
        /** No model was asked. */
        NOT_SENT
    }
}
