package io.opslore.models.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.identity.Asker;
import io.opslore.kit.Confirmation;
import io.opslore.kit.Toast;
import io.opslore.models.EmbeddingStatus;
import io.opslore.models.EmbeddingTask;
import io.opslore.models.EmbeddingTask.UnfitModel;
import io.opslore.models.ModelFailure;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks for another embedding model, says what that costs, and has it tried beside the page. */
final class EmbeddingActions {

    private final EmbeddingTask embedding;
    private final Supplier<List<String>> installed;
    private final Asker asker;
    private final Runnable changed;

    /**
     * @param installed the server's models that are made for it
     */
    EmbeddingActions(
            EmbeddingTask embedding,
            Supplier<List<String>> installed,
            Asker asker,
            Runnable changed) {
        this.embedding = embedding;
        this.installed = installed;
        this.asker = asker;
        this.changed = changed;
    }

    EmbeddingCard card() {
        return new EmbeddingCard(embedding.status(asker), this::edit);
    }

    private void edit() {
        EmbeddingStatus status = embedding.status(asker);
        new EmbeddingDialog(status.chosen(), installed.get(), wanted -> ask(wanted, status)).open();
    }

    private void ask(Optional<String> wanted, EmbeddingStatus status) {
        String name = wanted.orElseGet(() -> I18NProvider.translate("models.embedding.builtIn"));
        Confirmation.ask(
                I18NProvider.translate("models.embedding.ask", name),
                I18NProvider.translate(
                        wanted.isPresent()
                                ? "models.embedding.ask.server"
                                : "models.embedding.ask.builtIn",
                        status.pieces()),
                I18NProvider.translate("models.embedding.choose"),
                () -> choose(wanted, name));
    }

    /** Loading a model takes up to minutes; the page goes on meanwhile. */
    private void choose(Optional<String> wanted, String name) {
        UI ui = UI.getCurrentOrThrow();
        var done = ui.accessLater((Runnable said) -> said.run(), () -> {});
        Toast.done(I18NProvider.translate("models.embedding.tried", name));
        Thread.ofVirtual().name("embedding-choice").start(() -> done.accept(attempt(wanted, name)));
    }

    private Runnable attempt(Optional<String> wanted, String name) {
        try {
            embedding.choose(wanted, asker);
            return () -> {
                Toast.done(I18NProvider.translate("models.embedding.chosen", name));
                changed.run();
            };
        } catch (ModelFailure | UnfitModel failure) {
            return () ->
                    Toast.failed(
                            I18NProvider.translate(
                                    "models.embedding.failed", name, failure.getMessage()));
        }
    }
}
