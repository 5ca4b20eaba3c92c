package io.opslore.assistant;

import io.opslore.models.ChatRequest.Speaker;
import io.opslore.models.ChatRequest.Turn;
import java.util.List;
import java.util.stream.Collectors;

/** What a model is sent that says what to look up: for asking and for rebuilding alike. */
final class PlanText {

    /** So much of a tool's answer is told. */
    private static final int TOLD = 3_000;

    private static final int EARLIER = 2;

    private PlanText() {}

    /** As much of what was found as is told. */
    static String cut(String found) {
        return found.length() > TOLD ? found.substring(0, TOLD) + "\n…" : found;
    }

    /** Those of the earlier questions that are told. */
    static List<Answer> earlier(Asked asked) {
        return asked.earlier().stream()
                .skip(Math.max(0, asked.earlier().size() - EARLIER))
                .toList();
    }

    /**
     * @param rules with the tools and what they can look into
     * @param earlier questions, as they may be sent
     * @param question the same
     */
    static List<Turn> turns(
            String rules, List<String> earlier, String question, List<String> found) {
        String before =
                earlier.stream()
                        .map(one -> "Earlier question: " + one + "\n")
                        .collect(Collectors.joining());
        String results =
                found.stream()
                        .map(one -> "<<<\n" + ModelText.harmless(one) + "\n>>>\n")
                        .collect(Collectors.joining());
        String asking =
                before
                        + "Question: "
                        + question
                        + "\n\n"
                        + (results.isEmpty()
                                ? "Nothing was looked up yet."
                                : "Found so far:\n" + results)
                        + "\nWhat is to be looked up next?";
        return List.of(new Turn(Speaker.SYSTEM, rules), new Turn(Speaker.USER, asking));
    }
}
