package io.opslore.models.ollama;

/**
 * Takes a reasoning model's thoughts out of its words, where the server has not done so: text
 * between {@code <think>} and {@code </think>} at the very beginning.
 */
final class Thoughts {

    private static final String OPEN = "<think>";
    private static final String CLOSE = "</think>";

    private final StringBuilder held = new StringBuilder();
    private State state = State.BEGINNING;

    private enum State {
        BEGINNING,
        THINKING,
        ANSWERING
    }

    /** The words that are no thoughts; those at the beginning are held back until that is known. */
    String without(String words) {
        if (state == State.ANSWERING) {
            return words;
        }
        held.append(words);
        if (state == State.BEGINNING) {
            begin();
        }
        if (state == State.THINKING) {
            endThinking();
        }
        return state == State.ANSWERING ? taken() : "";
    }

    /** What is still held at the end. */
    String rest() {
        return state == State.THINKING ? "" : taken();
    }

    private void begin() {
        String start = held.toString().stripLeading();
        if (start.startsWith(OPEN)) {
            state = State.THINKING;
        } else if (!OPEN.startsWith(start)) {
            state = State.ANSWERING;
        }
    }

    private void endThinking() {
        int close = held.indexOf(CLOSE);
        if (close >= 0) {
            held.delete(0, close + CLOSE.length());
            state = State.ANSWERING;
        }
    }

    private String taken() {
        String words = held.toString();
        held.setLength(0);
        return words;
    }
}
