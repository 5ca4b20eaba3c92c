package io.opslore.assistant;

import io.opslore.models.ChatPart;
import io.opslore.models.ChatRequest.Turn;

/** What an answer cost, in tokens. */
record Spent(int promptTokens, int answerTokens) {

    /** No model was asked. */
    static final Spent NOTHING = new Spent(0, 0);

    /** As the server has it. */
    static Spent counted(ChatPart.Done done) {
        return new Spent(done.promptTokens(), done.answerTokens());
    }

    /**
     * Where the server could not say, because the answer broke off: rather too much than too
     * little.
     */
    static Spent estimated(Prompt prompt, String answer) {
        int asked =
                prompt.request().turns().stream().map(Turn::text).mapToInt(TokenEstimate::of).sum();
        return new Spent(asked, TokenEstimate.of(answer));
    }

    Spent plus(Spent more) {
        return new Spent(promptTokens + more.promptTokens, answerTokens + more.answerTokens);
    }

    int tokens() {
        return promptTokens + answerTokens;
    }
}
