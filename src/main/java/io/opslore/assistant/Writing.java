package io.opslore.assistant;

import io.opslore.guard.Masking;
import io.opslore.identity.AccountId;
import io.opslore.models.ChatPart;
import io.opslore.models.ModelFailure;
import io.opslore.models.Models;
import io.opslore.models.TaskModel;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Fifth stage: lets the model write, shows what has come, and stores it from time to time, so that
 * little is lost when the portal is killed.
 */
@Component
class Writing {

    private static final Logger log = LoggerFactory.getLogger(Writing.class);

    private static final Duration BETWEEN_SNAPSHOTS = Duration.ofMillis(60);
    private static final Duration BETWEEN_SAVES = Duration.ofSeconds(2);

    private final Models models;
    private final Masking masking;
    private final AnswerLedger ledger;

    Writing(Models models, Masking masking, AnswerLedger ledger) {
        this.models = models;
        this.masking = masking;
        this.ledger = ledger;
    }

    Written write(Prompt prompt, RunningAnswer answer, AccountId asker) {
        var spoken = new Spoken(prompt.model().thinking());
        String model = prompt.model().model();
        try (var stream = new ModelStream(models.stream(model, prompt.request(), asker))) {
            answer.onStop(stream::stop);
            var citing = new Citing(prompt, masking);
            Answer given = Answers.given(answer.snapshot(), Citations.given(prompt));
            answer.publish(Answers.reading(given, model));
            long saved = System.nanoTime() - BETWEEN_SAVES.toNanos();
            while (true) {
                List<ModelStream.Event> came = stream.next();
                Written written = take(came, spoken);
                if (written != null) {
                    return written;
                }
                if (came.getLast() instanceof ModelStream.Event.Came(ChatPart.Waiting waiting)) {
                    answer.publish(Answers.waiting(answer.snapshot(), model, waiting.ahead()));
                    continue;
                }
                if (spoken.isSilent()) {
                    answer.publish(Answers.reading(answer.snapshot(), model));
                    continue;
                }
                show(spoken.growing(citing), prompt.model(), answer);
                if (System.nanoTime() - saved >= BETWEEN_SAVES.toNanos()) {
                    save(answer.snapshot(), prompt.means());
                    saved = System.nanoTime();
                }
                Thread.sleep(BETWEEN_SNAPSHOTS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return spoken.broken(ModelFailure.Reason.CUT_OFF);
        }
    }

    /** Returns null while there is more to come. */
    private static @Nullable Written take(List<ModelStream.Event> events, Spoken spoken) {
        for (ModelStream.Event event : events) {
            switch (event) {
                case ModelStream.Event.Came(ChatPart.Waiting waiting) -> {}
                case ModelStream.Event.Came(ChatPart.Begun begun) -> {}
                case ModelStream.Event.Came(ChatPart.Thought thought) -> spoken.add(thought);
                case ModelStream.Event.Came(ChatPart.Words words) -> spoken.add(words);
                case ModelStream.Event.Came(ChatPart.Done done) -> {
                    return spoken.complete(done);
                }
                case ModelStream.Event.Broke(ModelFailure.Reason reason) -> {
                    return spoken.broken(reason);
                }
                case ModelStream.Event.Stopped() -> {
                    return spoken.stopped();
                }
            }
        }
        return null;
    }

    private void show(Cited cited, TaskModel.Ready model, RunningAnswer answer) {
        Answer before = answer.snapshot();
        answer.publish(Answers.streaming(before, cited, model, answer.age()));
    }

    private void save(Answer answer, Means means) {
        try {
            ledger.keep(answer, means);
        } catch (RuntimeException e) {
            log.warn("A part of an answer could not be stored; it goes on", e);
        }
    }
}
