package io.opslore.retrieval.ui;

import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/** Where a search is typed: it is carried out at each pause, and kept in the history by Enter. */
final class SearchField extends TextField {

    private static final int PAUSE = 250;
    private static final int LONGEST = 2_000;

    SearchField(Consumer<String> typed, Consumer<String> entered) {
        addClassName("search-field");
        setAriaLabel(getTranslation("search.field"));
        setPlaceholder(getTranslation("search.placeholder"));
        setPrefixComponent(new Icon(VaadinIcon.SEARCH));
        setClearButtonVisible(true);
        setMaxLength(LONGEST);
        setValueChangeMode(ValueChangeMode.LAZY);
        setValueChangeTimeout(PAUSE);
        addValueChangeListener(change -> {
            if (change.isFromClient()) {
                typed.accept(change.getValue());
            }
        });
        getElement()
                .addEventListener("keydown", event -> entered.accept(getValue()))
                .setFilter("event.key === 'Enter' && !event.isComposing")
                .synchronizeProperty("value");
    }
}
