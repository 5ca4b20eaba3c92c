package io.opslore.guard.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import io.opslore.guard.FilterAction;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rules that come with the portal: what becomes of what they find, and how often they did. */
final class ShippedSigns extends Div {

    private final Select<FilterAction> action = new Select<>();
    private final UnorderedList counts = new UnorderedList();

    ShippedSigns(Consumer<@Nullable FilterAction> decide) {
        action.setLabel(getTranslation("filters.shipped.action"));
        action.setItems(FilterAction.values());
        action.setEmptySelectionAllowed(true);
        action.setEmptySelectionCaption(FilterText.action(null));
        action.setItemLabelGenerator(FilterText::action);
        action.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                decide.accept(change.getValue());
            }
        });
        counts.addClassName("sign-counts");
        addClassName("filter-panel");
        add(
                new H2(getTranslation("filters.shipped")),
                new Paragraph(getTranslation("filters.shipped.hint")),
                action,
                counts);
    }

    /**
     * @param leaks answers in which the portal's own rules were kept back
     */
    void show(@Nullable FilterAction chosen, Map<String, Long> hits, long leaks) {
        action.setValue(chosen);
        counts.removeAll();
        hits.forEach((key, count) -> counts.add(line(FilterText.sign(key), count)));
        counts.add(line(getTranslation("filters.leaks"), leaks));
    }

    private static ListItem line(String name, long count) {
        Span number = new Span(LimitText.number(count));
        number.addClassName("sign-count");
        return new ListItem(new Span(name), number);
    }
}
