package io.opslore.ingest.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.provider.DataProvider;
import io.opslore.ingest.Batch;
import io.opslore.ingest.BatchItem;
import io.opslore.ingest.BatchItem.Outcome;
import io.opslore.ingest.BatchItem.Reason;
import io.opslore.kit.IconButton;
import io.opslore.kit.TimeText;
import io.opslore.kit.Toast;
import io.opslore.library.DocumentId;
import io.opslore.library.Space;
import io.opslore.library.Twins;
import io.opslore.library.ui.DocumentNavigation;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The report of one upload: only the rows in sight are asked for. */
final class ReportPage extends Div {

    private final Space space;
    private final Uploads.Of uploads;
    private final Consumer<@Nullable Outcome> onOnly;
    private final Span state = new Span();
    private final Div counts = new Div();
    private final Select<Outcome> only = new Select<>();
    private final Button retryAll = new Button(getTranslation("batch.retryAll"));
    private final Button sendAgain = new Button(getTranslation("batch.sendAgain"));
    private final Grid<BatchItem> items = new Grid<>();
    private final Map<DocumentId, Twins.Twin> twins;
    private Batch batch;

    ReportPage(
            Space space,
            Batch batch,
            Uploads.Of uploads,
            @Nullable Outcome wanted,
            Consumer<@Nullable Outcome> onOnly) {
        this.space = space;
        this.batch = batch;
        this.uploads = uploads;
        this.onOnly = onOnly;
        twins = uploads.twins();
        layOut();
        if (wanted != null) {
            only.setValue(wanted);
        }
        showFacts();
    }

    void refresh() {
        batch = uploads.batch(batch.id());
        showFacts();
        items.getDataProvider().refreshAll();
    }

    private void showFacts() {
        state.setText(BatchText.state(batch));
        counts.removeAll();
        BatchText.counts(batch.counts()).forEach(counts::add);
        boolean failed = batch.counts().failed() > 0 && uploads.mayWrite();
        retryAll.setVisible(failed);
        sendAgain.setVisible(failed && uploads.isMine(batch) && isUnsent());
    }

    /** Failures come first, so that a few of them tell. */
    private boolean isUnsent() {
        return uploads.items(batch.id(), Outcome.FAILED, 0, 100).stream()
                .anyMatch(item ->
                        item.reason() == Reason.NOT_SENT || item.reason() == Reason.NOT_STORED);
    }

    private void layOut() {
        addClassNames("space-content", "report-page");
        Div actions = new Div(sendAgain, retryAll, csv());
        actions.addClassName("upload-buttons");
        Div head = new Div(new H1(batch.name()), actions);
        head.addClassName("view-head");
        Span who = new Span(new Span(batch.startedBy() + ", "), new TimeText(batch.startedAt()));
        Div facts = new Div(who, state);
        facts.addClassName("facts");
        retryAll.addClickListener(click -> retryAll());
        sendAgain.addClickListener(click -> sendAgain());
        chooseOnly();
        columns();
        counts.addClassName("facts");
        add(SpacePath.toUpload(space, batch.name()), head, facts, counts, only, items);
    }

    private void chooseOnly() {
        only.setItems(Arrays.asList(Outcome.values()));
        only.setEmptySelectionAllowed(true);
        only.setEmptySelectionCaption(getTranslation("batch.only.all"));
        only.setItemLabelGenerator(outcome ->
                outcome == null ? getTranslation("batch.only.all") : BatchText.outcome(outcome));
        only.setAriaLabel(getTranslation("batch.only"));
        only.addClassName("report-only");
        only.addValueChangeListener(change -> {
            items.getDataProvider().refreshAll();
            onOnly.accept(change.getValue());
        });
    }

    private void columns() {
        items.addComponentColumn(this::place)
                .setHeader(getTranslation("batch.column.path"))
                .setFlexGrow(3);
        items.addComponentColumn(this::outcome)
                .setHeader(getTranslation("batch.column.outcome"))
                .setFlexGrow(2);
        items.addComponentColumn(this::action)
                .setAutoWidth(false)
                .setWidth("3.5rem")
                .setFlexGrow(0);
        items.addClassName("report-items");
        items.addThemeVariants(GridVariant.NO_BORDER);
        items.setSelectionMode(Grid.SelectionMode.NONE);
        items.setItems(
                DataProvider.fromCallbacks(
                        query ->
                                uploads
                                        .items(
                                                batch.id(),
                                                only.getValue(),
                                                query.getOffset(),
                                                query.getLimit())
                                        .stream(),
                        query -> size()));
    }

    private int size() {
        Outcome wanted = only.getValue();
        return wanted == null ? batch.counts().files() : BatchText.of(batch.counts(), wanted);
    }

    private Div place(BatchItem item) {
        Div place = new Div();
        place.addClassName("report-place");
        DocumentId document = item.document();
        if (document == null) {
            place.add(new Span(item.path()));
            return place;
        }
        place.add(new Anchor(DocumentNavigation.address(document), item.path()));
        Twins.Twin twin = twins.get(document);
        if (twin != null) {
            place.add(TwinText.of(twin));
        }
        return place;
    }

    private Div outcome(BatchItem item) {
        Span outcome = new Span(BatchText.outcome(item.outcome()));
        outcome.addClassNames("outcome", item.outcome().name().toLowerCase(java.util.Locale.ROOT));
        Div both = new Div(outcome);
        both.addClassName("report-outcome");
        String reason = ItemText.reason(item);
        if (!reason.isEmpty()) {
            Span why = new Span(reason);
            why.addClassName("secondary");
            why.getElement().setAttribute("title", ItemText.detail(item));
            both.add(why);
        } else if (item.state() != null) {
            both.add(StateText.of(item.state()));
        }
        return both;
    }

    private Span action(BatchItem item) {
        var revision = item.revision();
        if (revision == null || item.outcome() != Outcome.FAILED || !uploads.mayWrite()) {
            return new Span();
        }
        return new Span(
                new IconButton(
                        VaadinIcon.REFRESH,
                        getTranslation("batch.retry", item.path()),
                        () -> {
                            uploads.retry(revision);
                            refresh();
                        }));
    }

    private void retryAll() {
        int queued = uploads.retryFailed(batch.id());
        Toast.done(getTranslation("batch.retried", queued));
        refresh();
    }

    /** Only the page that sent them still has the files. */
    private void sendAgain() {
        getElement()
                .executeJs(
                        "return window.opsloreBulk?.again($0) ?? 0", batch.id().value().toString())
                .then(
                        Integer.class,
                        count -> {
                            if (count == 0) {
                                Toast.failed(getTranslation("batch.sendAgain.gone"));
                            }
                        });
    }

    private Anchor csv() {
        Anchor csv = new Anchor();
        csv.setText(getTranslation("batch.csv"));
        csv.addClassName("button-link");
        csv.getElement().setAttribute("download", true);
        csv.addAttachListener(attached -> offer(csv, attached));
        return csv;
    }

    private void offer(Anchor csv, AttachEvent attached) {
        csv.setHref(
                new BatchCsv(
                        attached.getUI(),
                        "upload-" + batch.id().value() + ".csv",
                        (offset, limit) -> uploads.items(batch.id(), null, offset, limit),
                        this::twinPath));
    }

    private String twinPath(BatchItem item) {
        DocumentId document = item.document();
        Twins.Twin twin = document == null ? null : twins.get(document);
        return twin == null ? "" : twin.path();
    }
}
