package io.opslore.quality.bench;

import io.opslore.assistant.Answer;
import io.opslore.assistant.Assistant;
import io.opslore.quality.ScratchPortal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Answers a minute with eight questions in flight, against one after the other. */
final class AnswerBench {

    private static final int IN_FLIGHT = 8;
    private static final int QUESTIONS = 24;

    private final ScratchPortal portal;

    AnswerBench(ScratchPortal portal) {
        this.portal = portal;
    }

    List<BenchFigure> measure() throws Exception {
        List<Double> many = new ArrayList<>();
        List<Double> one = new ArrayList<>();
        for (int round = 0; round <= Timing.REPETITIONS; round++) {
            double together = answersPerMinute(IN_FLIGHT, 4_000 + round);
            double alone = answersPerMinute(1, 5_000 + round);
            if (round > 0) {
                many.add(together);
                one.add(alone);
            }
        }
        return List.of(
                BenchFigure.of(
                        "answers with 8 in flight, against one at a time",
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
                        for (int i = 0; i < QUESTIONS; i++) {
                            String question = questions.question();
                            running.add(people.submit(() -> ask(question)));
                        }
                        for (Future<?> one : running) {
                            one.get();
                        }
                    });
            return QUESTIONS * 60_000 / millis;
        }
    }

    private boolean ask(String question) throws InterruptedException {
        Assistant assistant = portal.bean(Assistant.class);
        Answer begun = assistant.ask(question, null, portal.admin());
        var ended = new CountDownLatch(1);
        Runnable unfollow =
                assistant.follow(
                        begun.id(),
                        portal.admin(),
                        answer -> {
                            if (answer.outcome().isFinal()) {
                                ended.countDown();
                            }
                        });
        ended.await();
        unfollow.run();
        return true;
    }
}
