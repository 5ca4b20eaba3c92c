package io.opslore.assistant;

/** A question has more tokens than fit beside what it is to be answered from; nothing was kept. */
public class QuestionTooLong extends RuntimeException {

    private final int tokens;
    private final int allowed;

    QuestionTooLong(int tokens, int allowed) {
        super("The question has %d tokens; at most %d are allowed".formatted(tokens, allowed));
        this.tokens = tokens;
        this.allowed = allowed;
    }

    /** How long it is, as far as can be told without the model. */
    public int tokens() {
        return tokens;
    }

    /** How long a question of this asker may be now; zero where their limit has room for none. */
    public int allowed() {
        return allowed;
    }
}
