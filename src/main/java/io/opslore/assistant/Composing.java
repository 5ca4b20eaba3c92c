package io.opslore.assistant;

import io.opslore.assistant.Answer.Outcome;
import io.opslore.guard.Limit;
import io.opslore.guard.Limits;
import io.opslore.identity.Asker;
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
    private final Limits limits;

    Composing(Models models, PromptAssembly assembly, Writing writing, Limits limits) {
        this.models = models;
        this.assembly = assembly;
        this.writing = writing;
        this.limits = limits;
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
        Prompt prompt = assembly.assemble(searched, window(searched.asked().asker(), available));
        if (prompt.given().isEmpty()) {
            return Optional.empty();
        }
        Written written = writing.write(prompt, available.model(), answer);
        return isAbsent(written)
                ? Optional.empty()
                : Optional.of(ending(prompt, available.model(), written));
    }

    /** The model's, or as much of it as the asker may use. */
    private int window(Asker asker, ModelStatus.Available available) {
        return (int)
                limits.effective(asker).atMost(Limit.CONTEXT_TOKENS, available.contextTokens());
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
