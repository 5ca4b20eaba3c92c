package io.opslore.identity.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.ConfigurableFilterDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import io.opslore.identity.Slice;
import java.util.List;
import java.util.Optional;

/**
 * A table of which only the visible rows are read; sorted and filtered where they are kept.
 *
 * @param <T> a row
 * @param <O> what the rows can be sorted by
 */
abstract class LazyGrid<T, O extends Enum<O>> extends Grid<T> {

    private final ConfigurableFilterDataProvider<T, Void, String> rows;
    private final Class<O> orders;
    private final O first;

    /**
     * @param first by which the rows are sorted, downwards, until another is chosen
     */
    LazyGrid(Class<O> orders, O first, Rows<T, O> rows) {
        this.orders = orders;
        this.first = first;
        CallbackDataProvider<T, String> callbacks =
                DataProvider.fromFilteringCallbacks(
                        query -> rows.read(filter(query), slice(query)).stream(),
                        query -> rows.count(filter(query)));
        this.rows = callbacks.withConfigurableFilter();
        addClassName("admin-grid");
        addThemeVariants(GridVariant.NO_BORDER);
        setDataProvider(this.rows);
    }

    /** Where the rows are. */
    interface Rows<T, O> {

        List<T> read(String filter, Slice<O> slice);

        int count(String filter);
    }

    void filter(String text) {
        rows.setFilter(text);
    }

    void refresh() {
        rows.refreshAll();
    }

    private static String filter(Query<?, String> query) {
        return query.getFilter().orElse("");
    }

    private Slice<O> slice(Query<?, String> query) {
        Optional<QuerySortOrder> sorted = query.getSortOrders().stream().findFirst();
        return new Slice<>(
                sorted.map(order -> Enum.valueOf(orders, order.getSorted())).orElse(first),
                sorted.map(order -> order.getDirection() == SortDirection.DESCENDING).orElse(true),
                query.getOffset(),
                query.getLimit());
    }
}
