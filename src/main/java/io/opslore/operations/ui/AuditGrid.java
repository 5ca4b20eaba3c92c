package io.opslore.operations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.function.ValueProvider;
import io.opslore.audit.AuditEntry;
import io.opslore.audit.AuditFilter;
import io.opslore.audit.AuditOrder;
import io.opslore.audit.AuditOrder.By;
import io.opslore.audit.AuditRecord.Outcome;
import io.opslore.identity.SignedIn;
import io.opslore.kit.IconButton;
import io.opslore.kit.StateBadge;
import io.opslore.kit.StateBadge.Tone;
import io.opslore.kit.TimeText;
import io.opslore.operations.AuditTrail;
import java.util.List;
import java.util.function.Supplier;

/** Lines of the log, the latest first; pages and order come from the database. */
final class AuditGrid extends Grid<AuditEntry> {

    private final List<Column<AuditEntry>> wideOnly;
    private final Column<AuditEntry> narrowOnly;

    AuditGrid(AuditTrail trail, SignedIn signedIn, Supplier<AuditFilter> filter) {
        addClassNames("admin-grid", "audit-grid");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        wideOnly =
                List.of(
                        column(By.TIME, "13rem", entry -> text(TimeText.exact(entry.at()))),
                        column(By.ACTOR, "12rem", entry -> text(entry.actor().name())),
                        column(By.ACTION, "12rem", entry -> text(entry.action())),
                        column(By.SUBJECT, "16rem", AuditGrid::subject).setFlexGrow(1),
                        column(By.OUTCOME, "9rem", entry -> outcome(entry.outcome())));
        narrowOnly = addComponentColumn(this::card).setFlexGrow(1);
        addComponentColumn(this::opener).setWidth("4rem").setFlexGrow(0);
        addItemClickListener(click -> new AuditDetails(click.getItem()).open());
        setEmptyStateText(getTranslation("audit.nothing"));
        setItems(
                DataProvider.fromCallbacks(
                        query ->
                                trail
                                        .search(
                                                filter.get(),
                                                order(query.getSortOrders()),
                                                query.getOffset(),
                                                query.getLimit(),
                                                signedIn.asker())
                                        .stream(),
                        query -> trail.count(filter.get(), signedIn.asker())));
        setNarrow(false);
    }

    /** One column with everything where there is no room for five. */
    void setNarrow(boolean narrow) {
        wideOnly.forEach(column -> column.setVisible(!narrow));
        narrowOnly.setVisible(narrow);
        setClassName("narrow", narrow);
    }

    private <C extends Component> Column<AuditEntry> column(
            By by, String width, ValueProvider<AuditEntry, C> cell) {
        return addComponentColumn(cell)
                .setHeader(getTranslation("audit.column." + by.name()))
                .setSortable(true)
                .setSortProperty(by.name())
                .setWidth(width)
                .setFlexGrow(0);
    }

    private static AuditOrder order(List<QuerySortOrder> wanted) {
        return wanted.stream()
                .findFirst()
                .map(it ->
                        new AuditOrder(
                                By.valueOf(it.getSorted()),
                                it.getDirection() == SortDirection.DESCENDING))
                .orElse(AuditOrder.NEWEST_FIRST);
    }

    private static Span text(String text) {
        Span span = new Span(text);
        span.addClassName("long");
        span.setTitle(text);
        return span;
    }

    private static Span subject(AuditEntry entry) {
        String name = entry.subject().name();
        return text(name.isEmpty() ? entry.subject().id() : name);
    }

    private StateBadge outcome(Outcome outcome) {
        String name = getTranslation("audit.outcome." + outcome.name());
        return switch (outcome) {
            case DONE -> new StateBadge(Tone.GOOD, name);
            case REFUSED -> new StateBadge(Tone.WARNING, name);
            case FAILED -> new StateBadge(Tone.BAD, name);
        };
    }

    private Div card(AuditEntry entry) {
        Span action = text(entry.action());
        action.addClassName("audit-what");
        Div facts = new Div(new Span(entry.actor().name()), new TimeText(entry.at()));
        facts.addClassName("facts");
        if (entry.outcome() != Outcome.DONE) {
            facts.add(outcome(entry.outcome()));
        }
        Div card = new Div(action, subject(entry), facts);
        card.addClassName("audit-card");
        return card;
    }

    private IconButton opener(AuditEntry entry) {
        return new IconButton(
                VaadinIcon.ELLIPSIS_DOTS_H,
                getTranslation("audit.details", entry.sequence()),
                () -> new AuditDetails(entry).open());
    }
}
