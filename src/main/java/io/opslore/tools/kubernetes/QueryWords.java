package io.opslore.tools.kubernetes;

import io.opslore.tools.ToolFailure;
import io.opslore.tools.ToolFailure.Code;
import java.util.ArrayList;
import java.util.List;

/** The words of a command; no shell ever reads it, and none of a shell's signs mean anything. */
final class QueryWords {

    private static final String SHELL = ";|&<>`$\\\n\r*?{}#~";

    private QueryWords() {}

    static List<String> of(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        boolean begun = false;
        for (char letter : command.toCharArray()) {
            if (SHELL.indexOf(letter) >= 0) {
                throw unsupported(
                        "It is no shell: the sign '%s' means nothing here."
                                .formatted(letter < ' ' ? "line break" : letter));
            }
            if (letter == quote) {
                quote = 0;
            } else if (quote == 0 && (letter == '\'' || letter == '"')) {
                quote = letter;
                begun = true;
            } else if (quote == 0 && Character.isWhitespace(letter)) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(letter);
                begun = true;
            }
        }
        if (quote != 0) {
            throw ToolFailure.invalid("A quote is not closed.", "Close it.");
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }

    static ToolFailure unsupported(String sentence) {
        return new ToolFailure(
                Code.UNSUPPORTED,
                sentence,
                "It takes get, describe, logs, top, events, rollout status, rollout history and"
                        + " api-resources; it only reads.");
    }
}
