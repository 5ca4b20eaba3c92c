package io.opslore.guard;

import org.springframework.stereotype.Service;

/** Counts the answers in which a model repeated the portal's own rules. Thread-safe. */
@Service
public class PromptLeaks {

    static final String KEY = "prompt-leak";

    private final QuestionRuleRows rows;

    PromptLeaks(QuestionRuleRows rows) {
        this.rows = rows;
    }

    /** For rooms that answer: one more, of which the repeated part was kept back. */
    public void keptBack() {
        rows.countHit(KEY);
    }
}
