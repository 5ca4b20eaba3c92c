package io.opslore.retrieval.ui;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.opslore.retrieval.Facet;
import io.opslore.retrieval.SearchResults;
import io.opslore.retrieval.query.Field;
import io.opslore.retrieval.query.SearchText;
import java.util.Locale;
import java.util.function.Consumer;

/** What the search can be narrowed by; choosing changes the search text. */
final class FacetPanel extends Aside {

    private final Consumer<SearchText> choose;

    FacetPanel(Consumer<SearchText> choose) {
        this.choose = choose;
        addClassName("facets");
        getElement().setAttribute("aria-label", getTranslation("search.facets"));
    }

    void show(SearchResults results) {
        removeAll();
        results.facets().forEach(facet -> add(group(facet, results.text())));
    }

    void toggle() {
        boolean opening = !hasClassName("open");
        setClassName("open", opening);
    }

    private Div group(Facet facet, SearchText text) {
        Div group = new Div(new H2(getTranslation("search.facet." + name(facet.kind()))));
        group.addClassName("facet");
        facet.choices().forEach(choice -> group.add(button(choice, text)));
        return group;
    }

    private NativeButton button(Facet.Choice choice, SearchText text) {
        boolean chosen = text.has(choice.field(), choice.value());
        Span label = new Span(label(choice.field(), choice.value()));
        label.addClassName("facet-label");
        Span count = new Span(String.valueOf(choice.documents()));
        count.addClassName("facet-count");
        NativeButton button =
                new NativeButton(
                        "",
                        click ->
                                choose.accept(
                                        chosen
                                                ? text.without(choice.field(), choice.value())
                                                : text.with(choice.field(), choice.value())));
        button.add(label, count);
        button.addClassName("facet-choice");
        button.getElement().setAttribute("aria-pressed", String.valueOf(chosen));
        button.getElement().setAttribute("title", label.getText());
        return button;
    }

    private String label(Field field, String value) {
        return switch (field) {
            case KIND -> getTranslation("search.kind." + value);
            case LANG -> getTranslation("search.lang." + value);
            case SINCE, BEFORE -> getTranslation("search." + field.prefix() + "." + value);
            case SPACE, TAG, PATH -> value;
        };
    }

    private static String name(Facet.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
