package io.opslore.assistant;

/**
 * Something that its reader is told beside an answer's words.
 *
 * @param text what an administrator's rule says, or the key of a shipped rule; else empty
 */
public record Remark(Kind kind, String text) {

    /** What it is about. */
    public enum Kind {
        /** A secret in the question was masked before anything was done with it. */
        SECRET_MASKED,
        /** An administrator's rule warns of the question. */
        RULE_WARNS,
        /** A shipped rule takes the question for an attempt to mislead the model. */
        INJECTION_SUSPECTED,
        /** The model repeated the portal's own rules; that part is taken out. */
        PROMPT_KEPT_BACK,
        /** Models are there, but none that the asker's roles may use. */
        MODELS_NOT_ALLOWED,
        /** The embedding model is away: sources were found by their words alone. */
        MEANING_AWAY
    }

    static Remark of(Kind kind) {
        return new Remark(kind, "");
    }
}
