package io.opslore.assistant.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.DataProvider;
import io.opslore.assistant.AnswerId;
import io.opslore.assistant.Ledger;
import io.opslore.assistant.LedgerEntry;
import io.opslore.assistant.LedgerFilter;
import io.opslore.identity.SignedIn;
import io.opslore.kit.IconButton;
import io.opslore.kit.TimeText;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Answers of everybody, the latest first, without a word of what was asked or said. */
final class LedgerGrid extends Grid<LedgerEntry> {

    private final List<Column<LedgerEntry>> wideOnly;
    private final Column<LedgerEntry> narrowOnly;

    LedgerGrid(
            Ledger ledger,
            SignedIn signedIn,
            Supplier<LedgerFilter> filter,
            Consumer<AnswerId> open) {
        addClassNames("admin-grid", "audit-grid");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        wideOnly =
                List.of(
                        addComponentColumn(entry -> new TimeText(entry.askedAt()))
                                .setHeader(getTranslation("ledger.when"))
                                .setWidth("11rem")
                                .setFlexGrow(0),
                        addComponentColumn(entry -> text(entry.asker()))
                                .setHeader(getTranslation("ledger.person"))
                                .setFlexGrow(1),
                        addComponentColumn(entry -> text(outcome(entry)))
                                .setHeader(getTranslation("ledger.outcome"))
                                .setWidth("13rem")
                                .setFlexGrow(0),
                        addComponentColumn(entry -> text(model(entry)))
                                .setHeader(getTranslation("ledger.model"))
                                .setFlexGrow(1),
                        addColumn(LedgerEntry::tokens)
                                .setHeader(getTranslation("ledger.tokens"))
                                .setWidth("7rem")
                                .setFlexGrow(0),
                        addColumn(LedgerEntry::passages)
                                .setHeader(getTranslation("ledger.passages"))
                                .setWidth("8rem")
                                .setFlexGrow(0));
        narrowOnly = addComponentColumn(this::card).setFlexGrow(1);
        addComponentColumn(entry ->
                        new IconButton(
                                VaadinIcon.ELLIPSIS_DOTS_H,
                                getTranslation("ledger.open", TimeText.exact(entry.askedAt())),
                                () -> open.accept(entry.id())))
                .setWidth("4rem")
                .setFlexGrow(0);
        addItemClickListener(click -> open.accept(click.getItem().id()));
        setEmptyStateText(getTranslation("ledger.nothing"));
        setItems(
                DataProvider.fromCallbacks(
                        query ->
                                ledger
                                        .search(
                                                filter.get(),
                                                query.getOffset(),
                                                query.getLimit(),
                                                signedIn.asker())
                                        .stream(),
                        query -> ledger.count(filter.get(), signedIn.asker())));
        setNarrow(false);
    }

    /** One column with everything where there is no room for six. */
    void setNarrow(boolean narrow) {
        wideOnly.forEach(column -> column.setVisible(!narrow));
        narrowOnly.setVisible(narrow);
    }

    private String outcome(LedgerEntry entry) {
        return getTranslation("ledger.outcome." + entry.outcome().name());
    }

    private String model(LedgerEntry entry) {
        String model = entry.model();
        return model == null ? getTranslation("ledger.noModel") : model;
    }

    private Div card(LedgerEntry entry) {
        Span who = text(entry.asker());
        who.addClassName("audit-what");
        Div facts =
                new Div(
                        new TimeText(entry.askedAt()),
                        new Span(outcome(entry)),
                        new Span(model(entry)));
        facts.addClassName("facts");
        Div card = new Div(who, facts);
        card.addClassName("audit-card");
        return card;
    }

    private static Span text(String text) {
        Span span = new Span(text);
        span.addClassName("long");
        span.setTitle(text);
        return span;
    }
}
