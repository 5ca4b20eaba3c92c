package io.opslore.quality.bench;

import io.opslore.assistant.Answer;
import io.opslore.assistant.Answer.Outcome;
import io.opslore.assistant.AnswerId;
import io.opslore.assistant.Assistant;
import io.opslore.quality.ScratchPortal;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;

/** One question on its way, and when what came of it. */
final class AskedOnce {

    private final ScratchPortal portal;
    private final long begun = System.nanoTime();
    private final AnswerId answer;
    private final CountDownLatch words = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile OptionalDouble firstToken = OptionalDouble.empty();
    private volatile OptionalDouble firstWords = OptionalDouble.empty();
    private volatile Outcome outcome = Outcome.SEARCHING;

    private AskedOnce(ScratchPortal portal, String question) {
        this.portal = portal;
        Assistant assistant = portal.bean(Assistant.class);
        answer = assistant.ask(question, null, portal.admin()).id();
        assistant.follow(answer, portal.admin(), this::hear);
    }

    static AskedOnce of(ScratchPortal portal, String question) {
        return new AskedOnce(portal, question);
    }

    AnswerId answer() {
        return answer;
    }

    Outcome outcome() {
        return outcome;
    }

    /** Whether a model wrote to the end, or the portal quoted. */
    boolean isAnswered() {
        return outcome == Outcome.PASSAGES || firstToken.isPresent() && outcome != Outcome.FAILED;
    }

    /** Milliseconds until the model had begun to answer. */
    OptionalDouble firstToken() {
        return firstToken;
    }

    /** Milliseconds until a person saw its first words. */
    OptionalDouble firstWords() {
        return firstWords;
    }

    void awaitWords() throws InterruptedException {
        words.await();
    }

    void awaitEnd() throws InterruptedException {
        end.await();
    }

    void stop() throws InterruptedException {
        portal.bean(Assistant.class).stop(answer, portal.admin());
        end.await();
    }

    private void hear(Answer snapshot) {
        double now = Timing.millisSince(begun);
        boolean modelSpoke =
                snapshot.model() != null
                        && snapshot.outcome() != Outcome.WAITING
                        && snapshot.outcome() != Outcome.READING;
        if (modelSpoke && firstToken.isEmpty()) {
            firstToken = OptionalDouble.of(now);
        }
        if (!snapshot.markdown().isEmpty() && firstWords.isEmpty()) {
            firstWords = OptionalDouble.of(now);
            words.countDown();
        }
        if (snapshot.outcome().isFinal()) {
            outcome = snapshot.outcome();
            words.countDown();
            end.countDown();
        }
    }
}
