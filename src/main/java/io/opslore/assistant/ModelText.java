package io.opslore.assistant;

import io.opslore.guard.HiddenText;
import java.util.regex.Pattern;

/**
 * Text of people and documents as a model may be shown it: without characters that nobody sees, and
 * without what chat templates take for the end of a turn, or this portal for the end of a passage.
 * Keeps every line where it is.
 */
final class ModelText {

    /** Turns, tools and thoughts as the templates of the models that Ollama serves mark them. */
    private static final Pattern CONTROL =
            Pattern.compile(
                    "(?i)(?<open><)(?=[|｜]|/?s>|/?(?:bos|eos|pad|unk|mask|cls|sep)>"
                            + "|/?(?:start|end)_of_(?:turn|image|role)|/?(?:tool|function)_?(?:calls?|response|results?)"
                            + "|/?(?:think|thinking|reasoning|system|user|assistant|human|model|im_start|im_end|eot)>"
                            + "|unused\\d|extra_id_\\d|</?SYS|endoftext|<<\\s*(?:PASSAGE|END)\\b)"
                            + "|(?<bracket>\\[)(?=/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS"
                            + "|TOOL_CONTENT|IMG|gMASK|sMASK|SUFFIX|PREFIX|MIDDLE|MASK|CLS|SEP)\\])");

    /** {@code |>} closes what another text has opened. */
    private static final Pattern CLOSING = Pattern.compile("(?<=[\\w▁])([|｜])>");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private ModelText() {}

    static String harmless(String text) {
        String seen = HiddenText.without(text);
        String open = CONTROL.matcher(seen).replaceAll(match -> match.group() + " ");
        return CLOSING.matcher(open).replaceAll("$1 >");
    }

    /** The same on one line. */
    static String line(String text) {
        return BLANKS.matcher(harmless(text)).replaceAll(" ").strip();
    }
}
