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
 * @param told earlier answers of the conversation, the oldest first
 * @param sha256 of all its turns
 */
record Sent(SystemPrompt template, PassageFence fence, List<UUID> told, String sha256) {

    Sent {
        told = List.copyOf(told);
    }

    static Sent of(SystemPrompt template, PassageFence fence, List<Told> told, List<Turn> turns) {
        return new Sent(template, fence, told.stream().map(Told::answer).toList(), sha256(turns));
    }

    /**
     * What a model is sent. The only place that lays it out, for asking and for rebuilding alike.
     *
     * @param fenced the passages, each within its fence
     */
    static List<Turn> turns(
            SystemPrompt template, List<Told> told, List<String> fenced, String question) {
        var turns = new ArrayList<Turn>();
        turns.add(new Turn(Speaker.SYSTEM, template.text()));
        for (Told earlier : told) {
            turns.add(new Turn(Speaker.USER, earlier.question()));
            turns.add(new Turn(Speaker.ASSISTANT, earlier.said()));
        }
        String passages = fenced.stream().map(one -> one + '\n').collect(Collectors.joining());
        turns.add(new Turn(Speaker.USER, passages + template.asking(question)));
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
