package io.opslore.identity.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.function.ValueProvider;
import io.opslore.identity.PeopleFilter;
import io.opslore.identity.PeopleOrder;
import io.opslore.identity.PersonRow;
import io.opslore.kit.Narrow;
import io.opslore.kit.TimeText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** People as rows; only those in sight are read, sorted and filtered by the database. */
final class PeopleGrid extends Grid<PersonRow> {

    private final PeopleDesk desk;
    private final List<Column<PersonRow>> wideOnly;
    private PeopleFilter filter = PeopleFilter.ALL;

    PeopleGrid(PeopleDesk desk) {
        this.desk = desk;
        addClassNames("admin-grid", "people-grid");
        addThemeVariants(GridVariant.NO_BORDER);
        sortable(addComponentColumn(PeopleGrid::name), PeopleOrder.Column.NAME, "people.name")
                .setFlexGrow(2);
        wideOnly =
                List.of(
                        sortable(
                                        addComponentColumn(row -> text(row.username())),
                                        PeopleOrder.Column.USERNAME,
                                        "people.username")
                                .setFlexGrow(1),
                        addComponentColumn(row -> Wording.roles(row.roles()))
                                .setHeader(getTranslation("people.roles"))
                                .setFlexGrow(2),
                        narrow(
                                PersonRow::groups,
                                PeopleOrder.Column.GROUPS,
                                "people.groups",
                                "6rem"),
                        sortable(
                                        addComponentColumn(row -> Wording.badge(row.state())),
                                        PeopleOrder.Column.STATE,
                                        "people.state")
                                .setWidth("13rem")
                                .setFlexGrow(0),
                        sortable(
                                        addComponentColumn(PeopleGrid::lastSignIn),
                                        PeopleOrder.Column.LAST_SIGN_IN,
                                        "people.lastSignIn")
                                .setWidth("10rem")
                                .setFlexGrow(0));
        setSelectionMode(SelectionMode.MULTI);
        setDataProvider(DataProvider.fromCallbacks(this::fetch, query -> desk.count(filter)));
    }

    /** Shows those whom the filter lets through; who was chosen before no longer is. */
    void show(PeopleFilter wanted) {
        filter = wanted;
        reload();
    }

    /** Reads the rows in sight anew. */
    void reload() {
        deselectAll();
        getDataProvider().refreshAll();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        Narrow.watch(this, attached.getUI(), this::setNarrow);
    }

    private void setNarrow(boolean narrow) {
        wideOnly.forEach(column -> column.setVisible(!narrow));
        setClassName("narrow", narrow);
    }

    private Stream<PersonRow> fetch(Query<PersonRow, Void> query) {
        return desk.page(filter, order(query), query.getOffset(), query.getLimit()).stream();
    }

    private static PeopleOrder order(Query<PersonRow, Void> query) {
        return query.getSortOrders().stream()
                .findFirst()
                .map(PeopleGrid::order)
                .orElse(PeopleOrder.BY_NAME);
    }

    private static PeopleOrder order(QuerySortOrder sort) {
        return new PeopleOrder(
                PeopleOrder.Column.valueOf(sort.getSorted()),
                sort.getDirection() == SortDirection.DESCENDING);
    }

    private Column<PersonRow> narrow(
            ValueProvider<PersonRow, ?> value, PeopleOrder.Column by, String header, String width) {
        return sortable(addColumn(value), by, header).setWidth(width).setFlexGrow(0);
    }

    private Column<PersonRow> sortable(
            Column<PersonRow> column, PeopleOrder.Column by, String header) {
        return column.setHeader(getTranslation(header))
                .setKey(by.name())
                .setSortable(true)
                .setSortProperty(by.name());
    }

    private static Div name(PersonRow row) {
        Span first = text(row.name());
        first.addClassName("person-name");
        Span email = new Span(row.profile().email());
        email.addClassName("secondary");
        email.setVisible(!row.profile().email().isEmpty());
        Div facts = new Div(new Span(row.username()), Wording.badge(row.state()));
        facts.addClassNames("facts", "if-narrow");
        Div name = new Div(first, email, facts);
        name.addClassName("two-lines");
        return name;
    }

    private static Span text(String words) {
        Span text = new Span(words);
        text.addClassName("long");
        text.setTitle(words);
        return text;
    }

    private static Span lastSignIn(PersonRow row) {
        Span when = new Span();
        Optional<Instant> last = Optional.ofNullable(row.lastSignInAt());
        last.ifPresentOrElse(
                time -> when.add(new TimeText(time)),
                () -> {
                    when.setText(when.getTranslation("people.never"));
                    when.addClassName("secondary");
                });
        return when;
    }
}
