package io.opslore.assistant;

import io.opslore.assistant.Answer.Outcome;
import io.opslore.guard.Masking;
import io.opslore.models.ModelFailure.Reason;
import io.opslore.models.ModelStatus;
import io.opslore.models.Models;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prompt, model and gate: an answer in a model's words. */
@Component
class Composing {

    private final Models models;
    private final PromptAssembly assembly;
    private final Writing writing;
    private final ContextWindow window;
    private final Masking masking;

    Composing(
            Models models,
            PromptAssembly assembly,
            Writing writing,
            ContextWindow window,
            Masking masking) {
        this.models = models;
        this.assembly = assembly;
        this.writing = writing;
        this.window = window;
        this.masking = masking;
    }

    /** Empty where there is no model that could be asked. */
    Optional<Ending> compose(Searched searched, RunningAnswer answer) {
        return switch (models.status()) {
            case ModelStatus.Available available -> written(searched, available, answer);
            case ModelStatus.ModelMissing missing -> Optional.empty();
            case ModelStatus.Unreachable unreachable -> Optional.empty();
            case ModelStatus.Resting resting -> Optional.empty();
        };
    }

    private Optional<Ending> written(
            Searched searched, ModelStatus.Available available, RunningAnswer answer) {
        Prompt prompt = assembly.assemble(searched, window.of(searched.asked().asker(), available));
        if (prompt.given().isEmpty()) {
            return Optional.empty();
        }
        Written written =
                writing.write(prompt, available.model(), answer, searched.asked().asker().id());
        return isAbsent(written)
                ? Optional.empty()
                : Optional.of(ending(prompt, available.model(), written));
    }

    /** It went away between the last look and the question. */
    private static boolean isAbsent(Written written) {
        return written instanceof Written.Broken broken
                && broken.text().isEmpty()
                && (broken.reason() == Reason.UNREACHABLE
                        || broken.reason() == Reason.MODEL_MISSING);
    }

    private Ending ending(Prompt prompt, String model, Written written) {
        var citing = new Citing(prompt, masking);
        Cited cited = cited(citing, written);
        boolean abstains = citing.abstains(written.text());
        return switch (written) {
            case Written.Complete complete ->
                    new Ending(
                            completed(complete, cited, abstains),
                            cited,
                            prompt.means(),
                            complete.done().model(),
                            Spent.counted(complete.done()),
                            null);
            case Written.Stopped stopped ->
                    broken(Outcome.STOPPED, cited, prompt, model, stopped, null);
            case Written.Broken broken when abstains ->
                    broken(Outcome.NO_SUPPORT, cited, prompt, model, broken, null);
            case Written.Broken broken ->
                    broken(
                            cited.markdown().isEmpty() ? Outcome.FAILED : Outcome.CUT_OFF,
                            cited,
                            prompt,
                            model,
                            broken,
                            broken.reason());
        };
    }

    /** Where it broke off, what stands at its end may be a part of a secret. */
    private static Cited cited(Citing citing, Written written) {
        return switch (written) {
            case Written.Complete complete when !complete.done().atLimit() ->
                    citing.ended(complete.text());
            case Written.Complete complete -> citing.brokenOff(complete.text());
            case Written.Stopped stopped -> citing.brokenOff(stopped.text());
            case Written.Broken broken -> citing.brokenOff(broken.text());
        };
    }

    private static Outcome completed(Written.Complete complete, Cited cited, boolean abstains) {
        if (abstains) {
            return Outcome.NO_SUPPORT;
        }
        if (cited.markdown().isEmpty()) {
            return Outcome.FAILED;
        }
        return complete.done().atLimit() ? Outcome.CUT_OFF : Outcome.ANSWERED;
    }

    private static Ending broken(
            Outcome outcome,
            Cited cited,
            Prompt prompt,
            String model,
            Written written,
            @Nullable Reason reason) {
        return new Ending(
                outcome,
                cited,
                prompt.means(),
                model,
                Spent.estimated(prompt, written.text()),
                reason);
    }
}
