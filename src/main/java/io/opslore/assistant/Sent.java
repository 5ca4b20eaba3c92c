package io.opslore.assistant;

import io.opslore.models.ChatRequest.Speaker;
import io.opslore.models.ChatRequest.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * By what a prompt can be rebuilt beside its passages.
 *
 * @param canary the word that shows whether the rules were repeated
 * @param told earlier answers of the conversation, the oldest first
 * @param sha256 of all its turns
 */
record Sent(
        SystemPrompt template, PassageFence fence, String canary, List<UUID> told, String sha256) {

    Sent {
        told = List.copyOf(told);
    }

    static Sent of(
            SystemPrompt template,
            PassageFence fence,
            String canary,
            List<Told> told,
            List<Turn> turns) {
        List<UUID> answers = told.stream().map(Told::answer).toList();
        return new Sent(template, fence, canary, answers, sha256(turns));
    }

    /**
     * What a model is sent. The only place that lays it out, for asking and for rebuilding alike.
     *
     * @param rules the first turn
     * @param fenced the passages, each within its fence
     * @param asking the question, and how it is to be answered
     */
    static List<Turn> turns(String rules, List<Told> told, List<String> fenced, String asking) {
        var turns = new ArrayList<Turn>();
        turns.add(new Turn(Speaker.SYSTEM, rules));
        for (Told earlier : told) {
            turns.add(new Turn(Speaker.USER, earlier.question()));
            turns.add(new Turn(Speaker.ASSISTANT, earlier.said()));
        }
        String passages = fenced.stream().map(one -> one + '\n').collect(Collectors.joining());
        turns.add(new Turn(Speaker.USER, passages + asking));
        return turns;
    }

    static String sha256(List<Turn> turns) {
        return Citations.sha256(
                turns.stream()
                        .map(turn ->
                                turn.speaker() + " " + turn.text().length() + "\n" + turn.text())
                        .collect(Collectors.joining("\n")));
    }
}
