package io.opslore.sources.ui;

import com.vaadin.flow.component.UI;
import io.opslore.connections.ConnectionFailed;
import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.SignedIn;
import io.opslore.kit.Confirmation;
import io.opslore.kit.Toast;
import io.opslore.library.NotFound;
import io.opslore.sources.Source;
import io.opslore.sources.SourceEdit;
import io.opslore.sources.SourceStatus;
import io.opslore.sources.SourceUnfit;
import io.opslore.sources.Sources;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What can be done with sources, and what is said of it. */
final class FeedActions {

    private static final Logger LOG = LoggerFactory.getLogger(FeedActions.class);

    private final Sources sources;
    private final SignedIn signedIn;
    private final Runnable changed;
    private final Consumer<SourceStatus> edit;

    FeedActions(Sources sources, SignedIn signedIn, Runnable changed, Consumer<SourceStatus> edit) {
        this.sources = sources;
        this.signedIn = signedIn;
        this.changed = changed;
        this.edit = edit;
    }

    void edit(SourceStatus status) {
        edit.accept(status);
    }

    /** Empty where it is kept, else what is wrong. */
    Optional<String> save(SourceEdit wanted, boolean isNew) {
        try {
            if (isNew) {
                String secret = sources.add(wanted, signedIn.asker());
                added(wanted, secret);
            } else {
                sources.change(wanted, signedIn.asker());
                Toast.done(FeedText.of("feeds.saved", wanted.name()));
            }
            changed.run();
            return Optional.empty();
        } catch (SourceUnfit unfit) {
            return Optional.of(FeedText.unfit(unfit));
        } catch (ConnectionFailed failed) {
            return Optional.of(FeedText.failed(failed));
        } catch (NotFound | NotAllowed refused) {
            return Optional.of(FeedText.of("feeds.refused"));
        }
    }

    private static void added(SourceEdit wanted, String secret) {
        if (secret.isEmpty()) {
            Toast.done(FeedText.of("feeds.saved", wanted.name()));
        } else {
            new HookDialog(wanted.id(), wanted.name(), secret).open();
        }
    }

    void syncNow(Source source) {
        perform(() -> {
            sources.syncNow(source.id(), signedIn.asker());
            Toast.done(FeedText.of("feeds.asked", source.name()));
        });
    }

    void askToRemove(Source source) {
        Confirmation.askSternly(
                FeedText.of("feeds.remove.ask", source.name()),
                FeedText.of("feeds.remove.text"),
                FeedText.of("feeds.remove"),
                () ->
                        perform(() -> {
                            sources.remove(source.id(), signedIn.asker());
                            Toast.done(FeedText.of("feeds.removed", source.name()));
                        }));
    }

    void openHook(Source source) {
        new HookDialog(source.id(), source.name(), () -> askForSecret(source)).open();
    }

    private void askForSecret(Source source) {
        Confirmation.askSternly(
                FeedText.of("feeds.hook.new.ask"),
                FeedText.of("feeds.hook.new.text"),
                FeedText.of("feeds.hook.new"),
                () ->
                        perform(() -> {
                            String secret = sources.newSecret(source.id(), signedIn.asker());
                            new HookDialog(source.id(), source.name(), secret).open();
                        }));
    }

    void plan(Source source) {
        plan(
                new SourceEdit(
                        source.id(),
                        source.name(),
                        source.kind(),
                        source.connection(),
                        source.space(),
                        source.rules(),
                        source.enabled()));
    }

    /** In the background: what was never looked at is copied first. */
    void plan(SourceEdit wanted) {
        var dialog = new PlanDialog(wanted.name());
        dialog.open();
        UI ui = UI.getCurrent();
        Asker asker = signedIn.asker();
        Thread.ofVirtual()
                .name("source-plan")
                .start(() -> {
                    try {
                        var plan = sources.plan(wanted, asker);
                        ui.access(() -> dialog.show(plan));
                    } catch (SourceUnfit unfit) {
                        ui.access(() -> dialog.fail(FeedText.unfit(unfit)));
                    } catch (ConnectionFailed failed) {
                        ui.access(() -> dialog.fail(FeedText.failed(failed)));
                    } catch (NotFound | NotAllowed refused) {
                        ui.access(() -> dialog.fail(FeedText.of("feeds.refused")));
                    } catch (RuntimeException e) {
                        LOG.warn("What would come in is not known", e);
                        ui.access(() -> dialog.fail(FeedText.of("feeds.fault.unforeseen")));
                    }
                });
    }

    private void perform(Runnable action) {
        try {
            action.run();
        } catch (NotFound | NotAllowed refused) {
            Toast.failed(FeedText.of("feeds.refused"));
        }
        changed.run();
    }
}
