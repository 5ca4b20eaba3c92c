package io.opslore.quality.bench;

import io.opslore.assistant.Ledger;
import io.opslore.library.Grants;
import io.opslore.library.ReadScope;
import io.opslore.models.ModelStatus;
import io.opslore.quality.ScratchPortal;
import io.opslore.retrieval.Query;
import io.opslore.retrieval.Retrieval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * From a question to the first token of its answer, against the same prompt sent to the model
 * server by a bare request. What the portal does before, the search above all, is the difference.
 */
final class FirstWordBench {

    private static final int PASSAGES = 8;

    private final ScratchPortal portal;
    private final List<String> texts;
    private final int repetitions;
    private final Consumer<String> progress;
    private final List<Double> token = new ArrayList<>();
    private final List<Double> words = new ArrayList<>();
    private final List<Double> direct = new ArrayList<>();
    private final List<Double> search = new ArrayList<>();

    /**
     * @param texts that the portal holds, to ask about
     */
    FirstWordBench(
            ScratchPortal portal, List<String> texts, int repetitions, Consumer<String> progress) {
        this.portal = portal;
        this.texts = texts;
        this.repetitions = repetitions;
        this.progress = progress;
    }

    /** Nothing where there is no model to ask. */
    List<BenchFigure> measure() throws Exception {
        var model = ChatModel.of(portal);
        if (model.isEmpty()) {
            progress.accept("no first word: no model server answers with a model that chats");
            return List.of();
        }
        var questions = new MadeUpDocuments(7_000);
        for (int round = 0; round <= repetitions; round++) {
            progress.accept("first word " + round);
            if (round == 1) {
                List.of(token, words, direct, search).forEach(List::clear);
            }
            ask(questions.question(texts.get(round % texts.size())), model.get());
        }
        return figures(model.get().model());
    }

    private void ask(String question, ModelStatus.Available model) throws Exception {
        AskedOnce asked = AskedOnce.of(portal, question);
        asked.awaitWords();
        asked.stop();
        token.add(
                asked.firstToken()
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "The model was not asked: " + asked.outcome())));
        asked.firstWords().ifPresent(words::add);
        var record = portal.bean(Ledger.class).open(asked.answer(), portal.admin());
        direct.add(new DirectChat(model, record).firstToken());
        ReadScope scope = portal.bean(Grants.class).readable(portal.admin());
        search.add(
                Timing.millis(() ->
                        portal.bean(Retrieval.class).search(new Query(question, scope, PASSAGES))));
    }

    private List<BenchFigure> figures(String model) {
        List<BenchFigure> figures = new ArrayList<>();
        double bare = Timing.median(direct);
        figures.add(
                BenchFigure.of(
                        "first token against the same prompt sent directly, " + model,
                        "ms",
                        Timing.median(token),
                        bare));
        if (!words.isEmpty()) {
            figures.add(
                    BenchFigure.of(
                            "first words shown against the first token sent directly, " + model,
                            "ms",
                            Timing.median(words),
                            bare));
        }
        figures.add(
                BenchFigure.alone("first token, of it the search", "ms", Timing.median(search)));
        return figures;
    }
}
