package io.opslore.assistant;

import io.opslore.assistant.Answer.Outcome;
import io.opslore.library.LineRange;
import io.opslore.library.NotFound;
import io.opslore.models.ChatRequest;
import io.opslore.models.ChatRequest.Turn;
import io.opslore.models.ModelOptions;
import io.opslore.models.TaskModel;
import io.opslore.retrieval.Passage;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /** No question leaves less than this for what it is answered from. */
    private static final int ROOM_FOR_PASSAGES = 300;

    /** Nobody reads a longer question, whatever the window. */
    private static final int LONGEST_QUESTION = 4000;

    private static final int CANARY = 10;

    /** So many answers long may an answer be together with its thoughts. */
    private static final int THINKING = 4;

    private final MaskedTexts texts;
    private final PromptParts parts;
    private final AssistantSettings settings;
    private final SecureRandom random = new SecureRandom();
    private final SystemPrompt system = SystemPrompt.load();

    PromptAssembly(MaskedTexts texts, PromptParts parts, AssistantSettings settings) {
        this.texts = texts;
        this.parts = parts;
        this.settings = settings;
    }

    /**
     * How many tokens a question may have in a window of so many, so that passages fit beside it.
     */
    int questionRoom(int contextTokens) {
        return questionRoom(contextTokens, answerTokens(contextTokens, 1));
    }

    /** The same where this model answers, with its thoughts. */
    int questionRoom(int contextTokens, TaskModel.Ready model) {
        return questionRoom(contextTokens, answerTokens(contextTokens, model));
    }

    private int questionRoom(int contextTokens, int answerTokens) {
        return Math.clamp(
                room(contextTokens, answerTokens, "") - ROOM_FOR_PASSAGES, 0, LONGEST_QUESTION);
    }

    /**
     * Without a passage where the window is too small for any.
     *
     * @param contextTokens as much of the model's window as the asker may use
     */
    Prompt assemble(Searched searched, TaskModel.Ready model, int contextTokens) {
        String question = searched.asked().question();
        int answerTokens = answerTokens(contextTokens, model);
        int room = room(contextTokens, answerTokens, question);
        PassageFence fence = PassageFence.around(searched.passages());
        var given = new ArrayList<Given>();
        var passages = new ArrayList<String>();
        for (Given next : readable(searched)) {
            Given fitting = fitting(next, room, fence);
            if (fitting != null) {
                given.add(fitting);
                String fenced = parts.fenced(fence, given.size(), fitting.passage());
                passages.add(fenced);
                room -= TokenEstimate.of(fenced);
            }
        }
        List<Told> told = conversation(searched.asked().earlier(), room);
        String canary = canary();
        List<Turn> turns = parts.turns(system, canary, told, passages, question);
        return new Prompt(
                new ChatRequest(turns, answerTokens, model.options()),
                given,
                Sent.of(system, fence, canary, told, turns),
                model,
                options(model, contextTokens, answerTokens),
                new LeakCheck(
                        system.rules(canary) + system.ask(),
                        canary,
                        quotable(passages, told, question)));
    }

    private int room(int contextTokens, int answerTokens, String question) {
        return contextTokens
                - answerTokens
                - MARGIN
                - TokenEstimate.of(system.text())
                - TokenEstimate.of(system.asking(parts.said(question)));
    }

    /** The server counts thoughts as a part of the answer, and they are longer than it. */
    private int answerTokens(int contextTokens, TaskModel.Ready model) {
        return answerTokens(contextTokens, model.options().thinks() ? THINKING : 1);
    }

    private int answerTokens(int contextTokens, int answers) {
        return Math.min(answers * settings.answerTokens(), contextTokens / 3);
    }

    /** What the model may repeat, because it is no secret of ours. */
    private static List<String> quotable(List<String> passages, List<Told> told, String question) {
        List<String> quotable = new ArrayList<>(passages);
        quotable.add(question);
        told.stream().map(Told::said).forEach(quotable::add);
        return quotable;
    }

    /** A word that stands in no document, because nobody could know it. */
    private String canary() {
        return random.ints(CANARY, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Map<String, String> options(
            TaskModel.Ready model, int contextTokens, int answerTokens) {
        ModelOptions options = model.options();
        return Map.of(
                "task", model.task().key(),
                "wantedModel", model.wanted(),
                "window", Integer.toString(options.contextTokens()),
                "contextTokens", Integer.toString(contextTokens),
                "answerTokens", Integer.toString(answerTokens),
                "temperature", Double.toString(options.temperature()),
                "keepAlive", options.keepAlive().map(Duration::toString).orElse("server"),
                "thinking", model.thinking().name().toLowerCase(Locale.ROOT));
    }

    private List<Given> readable(Searched searched) {
        return searched.passages().stream()
                .flatMap(passage -> {
                    try {
                        return texts
                                .of(passage, searched.asked().asker())
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
    private @Nullable Given fitting(Given given, int room, PassageFence fence) {
        Passage passage = given.passage();
        int first = passage.lines().first();
        for (int last = passage.lines().last(); room >= SMALLEST_PASSAGE && last >= first; last--) {
            Passage cut = cut(given, new LineRange(first, last));
            if (TokenEstimate.of(parts.fenced(fence, 1, cut)) <= room) {
                return cut.text().isBlank() ? null : new Given(cut, given.text());
            }
        }
        return null;
    }

    private static Passage cut(Given given, LineRange lines) {
        Passage whole = given.passage();
        return new Passage(
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
