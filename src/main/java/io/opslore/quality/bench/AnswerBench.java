package io.opslore.quality.bench;

import io.opslore.quality.ScratchPortal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Answers a minute with eight questions in flight, against one after the other. By the model where
 * one is there, which takes minutes; else the portal quotes.
 */
final class AnswerBench {

    private static final int IN_FLIGHT = 8;

    private final ScratchPortal portal;
    private final List<String> texts;
    private final int repetitions;

    /**
     * @param texts that the portal holds, to ask about
     */
    AnswerBench(ScratchPortal portal, List<String> texts, int repetitions) {
        this.portal = portal;
        this.texts = texts;
        this.repetitions = repetitions;
    }

    List<BenchFigure> measure() throws Exception {
        List<Double> many = new ArrayList<>();
        List<Double> one = new ArrayList<>();
        for (int round = 0; round <= repetitions; round++) {
            double together = answersPerMinute(IN_FLIGHT, 4_000 + round);
            double alone = answersPerMinute(1, 5_000 + round);
            if (round > 0) {
                many.add(together);
                one.add(alone);
            }
        }
        return List.of(
                BenchFigure.of(
                        "answers with 8 in flight against one at a time, " + ChatModel.name(portal),
                        "answers/min",
                        Timing.median(many),
                        Timing.median(one)));
    }

    private double answersPerMinute(int inFlight, long seed) throws Exception {
        var questions = new MadeUpDocuments(seed);
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(inFlight)) {
            double millis =
                    Timing.millis(() -> {
                        for (int i = 0; i < IN_FLIGHT; i++) {
                            String question = questions.question(texts.get(i % texts.size()));
                            running.add(people.submit(() -> ask(question)));
                        }
                        for (Future<?> one : running) {
                            one.get();
                        }
                    });
            return IN_FLIGHT * 60_000 / millis;
        }
    }

    private AskedOnce ask(String question) throws InterruptedException {
        AskedOnce asked = AskedOnce.of(portal, question);
        asked.awaitEnd();
        if (!asked.isAnswered()) {
            throw new IllegalStateException("A question got no answer: " + asked.outcome());
        }
        return asked;
    }
}
