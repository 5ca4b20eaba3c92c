package io.opslore.assistant;

import io.opslore.assistant.Answer.Outcome;
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

    Composing(Models models, PromptAssembly assembly, Writing writing) {
        this.models = models;
        this.assembly = assembly;
        this.writing = writing;
    }

    /** Empty where there is no model that could be asked. */
    Optional<Ending> compose(Searched searched, RunningAnswer answer) {
        return switch (models.status()) {
            case ModelStatus.Available available -> written(searched, available, answer);
            case ModelStatus.ModelMissing missing -> Optional.empty();
            case ModelStatus.Unreachable unreachable -> Optional.empty();
        };
    }

    private Optional<Ending> written(
            Searched searched, ModelStatus.Available available, RunningAnswer answer) {
        Prompt prompt = assembly.assemble(searched, available.contextTokens());
        if (prompt.given().isEmpty()) {
            return Optional.empty();
        }
        Written written = writing.write(prompt, available.model(), answer);
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

    private static Ending ending(Prompt prompt, String model, Written written) {
        var citing = new Citing(prompt);
        Cited cited = citing.ended(written.text());
        boolean abstains = citing.abstains(written.text());
        return switch (written) {
            case Written.Complete complete ->
                    new Ending(
                            completed(complete, cited, abstains),
                            cited,
                            prompt.means(),
                            complete.done().model(),
                            complete.done().promptTokens() + complete.done().answerTokens(),
                            null);
            case Written.Stopped stopped -> broken(Outcome.STOPPED, cited, prompt, model, null);
            case Written.Broken broken when abstains ->
                    broken(Outcome.NO_SUPPORT, cited, prompt, model, null);
            case Written.Broken broken ->
                    broken(
                            cited.markdown().isEmpty() ? Outcome.FAILED : Outcome.CUT_OFF,
                            cited,
                            prompt,
                            model,
                            broken.reason());
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
            Outcome outcome, Cited cited, Prompt prompt, String model, @Nullable Reason reason) {
        return new Ending(outcome, cited, prompt.means(), model, 0, reason);
    }
}
