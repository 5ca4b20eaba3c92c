package io.opslore.assistant;

import io.opslore.assistant.LedgerRecord.Rebuilt;
import io.opslore.models.ChatRequest.Turn;
import java.util.List;

/**
 * What a model was asked that said what to look up, and what it said.
 *
 * @param round from 1
 * @param sent empty where the reader may not look into all that it could
 * @param said the same; as the model said it, without secrets
 */
public record PlanRecord(int round, String model, List<Turn> sent, String said, Rebuilt rebuilt) {

    public PlanRecord {
        sent = List.copyOf(sent);
    }
}
