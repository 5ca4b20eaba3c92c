package io.opslore.guard.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.function.ValueProvider;
import io.opslore.guard.Period;
import io.opslore.guard.Usage;
import io.opslore.guard.Usage.Wanted;
import io.opslore.guard.UsedBy;
import io.opslore.guard.UsedBy.SortedBy;
import io.opslore.identity.Asker;
import io.opslore.kit.FileSize;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who used how much, the most first; sorted, sought and cut into pages by the database. */
final class UsageGrid extends Grid<UsedBy> {

    private final Usage usage;
    private final Asker asker;
    private @Nullable Period period;
    private String sought = "";

    /**
     * @param chosen is told the person, or null for all
     */
    UsageGrid(Usage usage, Asker asker, Consumer<@Nullable UsedBy> chosen) {
        this.usage = usage;
        this.asker = asker;
        addClassName("admin-grid");
        addComponentColumn(UsageGrid::name)
                .setHeader(getTranslation("usage.column.name"))
                .setSortProperty(SortedBy.NAME.name())
                .setWidth("12rem")
                .setFlexGrow(2);
        Grid.Column<UsedBy> tokens =
                amounts(SortedBy.PROMPT_TOKENS, it -> LimitText.number(it.used().promptTokens()));
        amounts(SortedBy.ANSWER_TOKENS, it -> LimitText.number(it.used().answerTokens()));
        amounts(SortedBy.REQUESTS, it -> LimitText.number(it.used().requests()));
        amounts(SortedBy.REFUSALS, it -> LimitText.number(it.used().refusals()));
        amounts(SortedBy.UPLOADS, it -> LimitText.number(it.used().uploads()));
        amounts(SortedBy.UPLOADED_BYTES, it -> FileSize.text(it.used().uploadedBytes()));
        setEmptyStateText(getTranslation("usage.nothing"));
        setItems(DataProvider.fromCallbacks(query -> page(query).stream(), query -> count()));
        sort(GridSortOrder.desc(tokens).build());
        asSingleSelect().addValueChangeListener(change -> chosen.accept(change.getValue()));
    }

    void show(Period wanted, String name) {
        period = wanted;
        sought = name;
        deselectAll();
        getDataProvider().refreshAll();
    }

    private Grid.Column<UsedBy> amounts(SortedBy column, ValueProvider<UsedBy, String> text) {
        return addColumn(text)
                .setHeader(getTranslation("usage.column." + column.name().toLowerCase(Locale.ROOT)))
                .setSortProperty(column.name())
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("8rem")
                .setFlexGrow(1);
    }

    private List<UsedBy> page(Query<UsedBy, Void> query) {
        QuerySortOrder order =
                query.getSortOrders().stream()
                        .findFirst()
                        .orElse(
                                new QuerySortOrder(
                                        SortedBy.PROMPT_TOKENS.name(), SortDirection.DESCENDING));
        return period == null
                ? List.of()
                : usage.people(
                        wanted(
                                SortedBy.valueOf(order.getSorted()),
                                order.getDirection() == SortDirection.DESCENDING),
                        query.getOffset(),
                        query.getLimit(),
                        asker);
    }

    private int count() {
        return period == null ? 0 : usage.countPeople(wanted(SortedBy.NAME, false), asker);
    }

    private Wanted wanted(SortedBy order, boolean descending) {
        return new Wanted(Objects.requireNonNull(period), sought, order, descending);
    }

    private static Span name(UsedBy person) {
        Span name = new Span(person.name());
        name.addClassName("long");
        name.getElement().setAttribute("title", person.name());
        return name;
    }
}
