package io.opslore.models.ollama;

import io.opslore.models.ChatPart;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells a reasoning model's thoughts from its words, where the server has not done so: thoughts are
 * what stands between {@code <think>} and {@code </think>} at the very beginning.
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

    /** What is sure by now; what could be a part of a mark is held back until that is known. */
    List<ChatPart> split(String words) {
        List<ChatPart> parts = new ArrayList<>();
        held.append(words);
        if (state == State.BEGINNING) {
            begin();
        }
        if (state == State.THINKING) {
            think(parts);
        }
        if (state == State.ANSWERING) {
            add(parts, new ChatPart.Words(taken(held.length())));
        }
        return parts;
    }

    /** What is still held at the end. */
    List<ChatPart> rest() {
        List<ChatPart> parts = new ArrayList<>();
        String left = taken(held.length());
        if (state == State.THINKING) {
            add(parts, new ChatPart.Thought(left));
        } else {
            add(parts, new ChatPart.Words(left));
        }
        return parts;
    }

    private void begin() {
        String start = held.toString().stripLeading();
        if (start.startsWith(OPEN)) {
            held.setLength(0);
            held.append(start, OPEN.length(), start.length());
            state = State.THINKING;
        } else if (!OPEN.startsWith(start)) {
            state = State.ANSWERING;
        }
    }

    private void think(List<ChatPart> parts) {
        int close = held.indexOf(CLOSE);
        if (close >= 0) {
            add(parts, new ChatPart.Thought(taken(close)));
            held.delete(0, CLOSE.length());
            state = State.ANSWERING;
        } else {
            add(parts, new ChatPart.Thought(taken(held.length() - begunClose())));
        }
    }

    /** How many characters at the end could become the closing mark. */
    private int begunClose() {
        int longest = Math.min(CLOSE.length() - 1, held.length());
        for (int count = longest; count > 0; count--) {
            if (CLOSE.startsWith(held.substring(held.length() - count))) {
                return count;
            }
        }
        return 0;
    }

    private String taken(int count) {
        String taken = held.substring(0, count);
        held.delete(0, count);
        return taken;
    }

    private static void add(List<ChatPart> parts, ChatPart.Words words) {
        if (!words.text().isEmpty()) {
            parts.add(words);
        }
    }

    private static void add(List<ChatPart> parts, ChatPart.Thought thought) {
        if (!thought.text().isEmpty()) {
            parts.add(thought);
        }
    }
}
