package io.opslore.ingest.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.opslore.ingest.Batch;
import io.opslore.kit.IconButton;
import java.util.function.Consumer;

/** One upload while it goes on and after: how far it is, what became of its files, what to do. */
final class BatchPanel extends Div {

    private final Uploads.Of uploads;
    private final Span name = new Span();
    private final Span state = new Span();
    private final Div counts = new Div();
    private final ProgressBar bar = new ProgressBar();
    private final Button pause = new Button(getTranslation("batch.pause"), click -> pause());
    private final Button resume = new Button(getTranslation("batch.resume"), click -> resume());
    private final Button cancel = new Button(getTranslation("batch.cancel"), click -> cancel());
    private final Anchor report = new Anchor();
    private final IconButton close;
    private Batch batch;

    BatchPanel(Batch batch, Uploads.Of uploads, Consumer<Batch> onClose) {
        this.batch = batch;
        this.uploads = uploads;
        close =
                new IconButton(
                        VaadinIcon.CLOSE_SMALL,
                        getTranslation("kit.close"),
                        () -> onClose.accept(this.batch));
        layOut();
        show(batch);
    }

    /** As it stands by now. */
    void show(Batch now) {
        batch = now;
        boolean sending = now.state() == Batch.State.RUNNING || now.state() == Batch.State.PAUSED;
        boolean steering = sending && uploads.maySteer(now);
        state.setText(BatchText.state(now));
        counts.removeAll();
        BatchText.counts(now.counts()).forEach(counts::add);
        bar.setVisible(now.isActive());
        bar.setValue(share(now));
        pause.setVisible(steering && now.state() == Batch.State.RUNNING);
        resume.setVisible(steering && now.state() == Batch.State.PAUSED);
        cancel.setVisible(steering);
        close.setVisible(!sending);
    }

    /** Of the part that goes on now: sending, unpacking, or indexing. */
    private static double share(Batch batch) {
        Batch.Progress progress = batch.progress();
        double share;
        if (progress.receivedFiles() < batch.announced().files()) {
            share = part(progress.receivedBytes(), batch.announced().bytes());
        } else if (!progress.unpacking().isEmpty()) {
            share = progress.unpacked();
        } else {
            int stored = batch.counts().files() - batch.counts().ignored();
            share = part(stored - batch.counts().busy(), stored);
        }
        return Math.clamp(share, 0, 1);
    }

    private static double part(long done, long all) {
        return all == 0 ? 0 : (double) done / all;
    }

    private void layOut() {
        addClassName("batch-panel");
        name.setText(batch.name());
        name.addClassName("batch-name");
        state.addClassName("batch-state");
        state.getElement().setAttribute("role", "status");
        counts.addClassNames("batch-counts", "facts");
        bar.getElement().setAttribute("aria-label", getTranslation("batch.progress", batch.name()));
        report.setText(getTranslation("batch.report"));
        report.setHref(UploadNavigation.report(batch));
        report.addClassName("button-link");
        Div words = new Div(name, state, counts);
        words.addClassName("batch-words");
        Div actions = new Div(pause, resume, cancel, report, close);
        actions.addClassName("batch-actions");
        add(words, actions, bar);
    }

    private void pause() {
        uploads.pause(batch.id());
        tellSender(Batch.State.PAUSED);
    }

    private void resume() {
        uploads.resume(batch.id());
        tellSender(Batch.State.RUNNING);
    }

    private void cancel() {
        uploads.cancel(batch.id());
        tellSender(Batch.State.CANCELLED);
    }

    /** If it is this very page that sends, it need not wait until it asks. */
    private void tellSender(Batch.State now) {
        getElement()
                .executeJs(
                        "window.opsloreBulk?.hear($0, $1)",
                        batch.id().value().toString(),
                        now.name());
    }
}
