package io.opslore.assistant;

import io.opslore.identity.Asker;
import java.util.List;

/**
 * A question that has been entered in the ledger.
 *
 * @param earlier the conversation's answers before it, the oldest first
 */
record Asked(Answer answer, List<Answer> earlier, Asker asker) {

    String question() {
        return answer.question();
    }
}
