package io.opslore.models.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.identity.SignedIn;
import io.opslore.kit.Confirmation;
import io.opslore.kit.FileSize;
import io.opslore.kit.Toast;
import io.opslore.models.ModelFailure;
import io.opslore.models.ServerModels;
import io.opslore.models.StoredModel;

/** What the buttons of the page do. */
final class ModelActions {

    private final ServerModels models;
    private final SignedIn signedIn;
    private final Runnable done;

    ModelActions(ServerModels models, SignedIn signedIn, Runnable done) {
        this.models = models;
        this.signedIn = signedIn;
        this.done = done;
    }

    void pull(String model) {
        if (!models.pull(model, signedIn.asker())) {
            Toast.failed(I18NProvider.translate("server.pull.running", model));
        }
        done.run();
    }

    void cancelPull(String model) {
        models.cancelPull(model, signedIn.asker());
        done.run();
    }

    void dismiss(String model) {
        models.dismiss(model, signedIn.asker());
        done.run();
    }

    void warmUp(String model) {
        models.warmUp(model, signedIn.asker());
        done.run();
    }

    void keepWarm(String model, boolean keep) {
        models.keepWarm(model, keep, signedIn.asker());
        done.run();
    }

    void unload(String model) {
        attempt("server.unload.failed", model, () -> models.unload(model, signedIn.asker()));
    }

    void delete(StoredModel model) {
        Confirmation.askSternly(
                I18NProvider.translate("server.delete.ask", model.name()),
                I18NProvider.translate("server.delete.text", FileSize.text(model.bytes())),
                I18NProvider.translate("server.delete"),
                () ->
                        attempt(
                                "server.delete.failed",
                                model.name(),
                                () -> models.delete(model.name(), signedIn.asker())));
    }

    private void attempt(String failed, String model, Runnable action) {
        try {
            action.run();
        } catch (ModelFailure failure) {
            Toast.failed(I18NProvider.translate(failed, model, failure.getMessage()));
        }
        done.run();
    }
}
