package io.opslore.assistant;

import io.opslore.identity.Asker;
import java.util.List;

/**
 * A question that has been entered in the ledger.
 *
 * @param earlier the conversation's answers before it, the oldest first
 * @param wish who is to answer it
 */
record Asked(Answer answer, List<Answer> earlier, Asker asker, ModelWish wish) {

    String question() {
        return answer.question();
    }
}
