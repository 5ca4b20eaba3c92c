package io.opslore.assistant;

import io.opslore.assistant.Answer.Outcome;
import io.opslore.library.Documents;
import io.opslore.library.LineRange;
import io.opslore.library.NotFound;
import io.opslore.models.ChatRequest;
import io.opslore.models.ChatRequest.Turn;
import io.opslore.models.ModelsSettings;
import io.opslore.retrieval.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Fourth stage: puts rules, passages, question and conversation into the model's window and leaves
 * room for the answer. Passages come first; the conversation gets what they leave, the newest
 * questions before older ones.
 */
@Component
class PromptAssembly {

    private static final int TURNS = 4;

    /** For what the model's own chat template adds. */
    private static final int MARGIN = 100;

    private static final int SMALLEST_PASSAGE = 60;

    private final Documents documents;
    private final AssistantSettings settings;
    private final ModelsSettings models;
    private final SystemPrompt system = SystemPrompt.load();

    PromptAssembly(Documents documents, AssistantSettings settings, ModelsSettings models) {
        this.documents = documents;
        this.settings = settings;
        this.models = models;
    }

    /** Without a passage where the window is too small for any. */
    Prompt assemble(Searched searched, int contextTokens) {
        int answerTokens = Math.min(settings.answerTokens(), contextTokens / 3);
        String question = searched.asked().question();
        int room =
                contextTokens
                        - answerTokens
                        - MARGIN
                        - TokenEstimate.of(system.text())
                        - TokenEstimate.of(system.asking(question));
        PassageFence fence = PassageFence.around(searched.passages());
        var given = new ArrayList<Given>();
        var passages = new ArrayList<String>();
        for (Given next : readable(searched)) {
            Given fitting = fitting(next, room, fence);
            if (fitting != null) {
                given.add(fitting);
                String fenced = fence.fenced(given.size(), fitting.passage());
                passages.add(fenced);
                room -= TokenEstimate.of(fenced);
            }
        }
        List<Told> told = conversation(searched.asked().earlier(), room);
        List<Turn> turns = Sent.turns(system, told, passages, question);
        return new Prompt(
                new ChatRequest(turns, answerTokens),
                given,
                Sent.of(system, fence, told, turns),
                options(contextTokens, answerTokens));
    }

    private Map<String, String> options(int contextTokens, int answerTokens) {
        return Map.of(
                "contextTokens", Integer.toString(contextTokens),
                "answerTokens", Integer.toString(answerTokens),
                "temperature", Double.toString(models.temperature()),
                "think", Boolean.toString(models.think()));
    }

    private List<Given> readable(Searched searched) {
        return searched.passages().stream()
                .flatMap(passage -> {
                    try {
                        return documents
                                .text(passage.revision(), searched.asked().asker())
                                .map(text -> new Given(passage, text))
                                .stream();
                    } catch (NotFound e) {
                        // Taken away, or deleted, since the search.
                        return Stream.<Given>empty();
                    }
                })
                .toList();
    }

    /** The passage, or the beginning of it where it does not fit as a whole; null without room. */
    private static @Nullable Given fitting(Given given, int room, PassageFence fence) {
        Passage passage = given.passage();
        int first = passage.lines().first();
        for (int last = passage.lines().last(); room >= SMALLEST_PASSAGE && last >= first; last--) {
            Passage cut = cut(given, new LineRange(first, last));
            if (TokenEstimate.of(fence.fenced(1, cut)) <= room) {
                return cut.text().isBlank() ? null : new Given(cut, given.text());
            }
        }
        return null;
    }

    private static Passage cut(Given given, LineRange lines) {
        Passage whole = given.passage();
        return lines.equals(whole.lines())
                ? whole
                : new Passage(
                        whole.document(),
                        whole.revision(),
                        whole.revisionNumber(),
                        whole.headingPath(),
                        lines,
                        whole.page(),
                        given.text().quote(lines),
                        whole.language(),
                        whole.relevance(),
                        whole.coverage(),
                        whole.similarity());
    }

    private static List<Told> conversation(List<Answer> earlier, int room) {
        var told = new ArrayList<Told>();
        int left = room;
        for (Answer answer : earlier.reversed()) {
            if (!isTold(answer)) {
                continue;
            }
            Told next = Told.of(answer);
            left -= TokenEstimate.of(next.question()) + TokenEstimate.of(next.said()) + 2;
            if (left < 0 || told.size() >= TURNS) {
                break;
            }
            told.addFirst(next);
        }
        return told;
    }

    private static boolean isTold(Answer answer) {
        return answer.outcome() == Outcome.ANSWERED || answer.outcome() == Outcome.PASSAGES;
    }
}
