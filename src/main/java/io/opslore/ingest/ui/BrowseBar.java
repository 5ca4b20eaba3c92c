package io.opslore.ingest.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.opslore.library.DocumentKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Narrows a space's tree by words, kind, tag and state, as one types and chooses. */
final class BrowseBar extends Div {

    private static final int PAUSE = 250;

    private final TextField filter = new TextField();
    private final Select<DocumentKind> kind = new Select<>();
    private final ComboBox<String> tag = new ComboBox<>();
    private final Select<Browsing.Stage> stage = new Select<>();
    private Browsing browsing;

    BrowseBar(Browsing browsing, Consumer<Browsing> onChange) {
        this.browsing = browsing;
        layOut();
        filter.setValue(browsing.filter());
        kind.setValue(browsing.kind());
        stage.setValue(browsing.stage());
        offerTags(Set.of());
        filter.addValueChangeListener(change -> changed(onChange));
        kind.addValueChangeListener(change -> changed(onChange));
        stage.addValueChangeListener(change -> changed(onChange));
        tag.addValueChangeListener(change -> changed(onChange));
    }

    /** Those that occur, and the one that is looked for. */
    void offerTags(Set<String> tags) {
        var all = new java.util.TreeSet<>(tags);
        if (!browsing.tag().isEmpty()) {
            all.add(browsing.tag());
        }
        if (!all.equals(Set.copyOf(tag.getListDataView().getItems().toList()))) {
            tag.setItems(all);
            tag.setValue(browsing.tag().isEmpty() ? null : browsing.tag());
        }
        tag.setVisible(!all.isEmpty());
    }

    /** The order and folder come from elsewhere. */
    void keep(Browsing now) {
        browsing = now;
    }

    private void changed(Consumer<Browsing> onChange) {
        String tagged = tag.getValue();
        Browsing wanted =
                browsing.narrowed(
                        filter.getValue(),
                        kind.getValue(),
                        tagged == null ? "" : tagged,
                        stage.getValue());
        if (!wanted.equals(browsing)) {
            browsing = wanted;
            onChange.accept(wanted);
        }
    }

    private void layOut() {
        addClassName("browse-bar");
        filter.setPlaceholder(getTranslation("browse.filter"));
        filter.setAriaLabel(getTranslation("browse.filter.label"));
        filter.setPrefixComponent(new Icon(VaadinIcon.SEARCH));
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.setValueChangeTimeout(PAUSE);
        filter.addClassName("browse-filter");
        choose(kind, DocumentKind.values(), "browse.kind", TreeCells::kind);
        choose(stage, Browsing.Stage.values(), "browse.state", BrowseBar::text);
        tag.setPlaceholder(getTranslation("browse.tag.all"));
        tag.setAriaLabel(getTranslation("browse.tag"));
        tag.setClearButtonVisible(true);
        tag.addClassName("browse-choice");
        tag.setItems();
        add(filter, kind, tag, stage);
    }

    private <T> void choose(Select<T> select, T[] all, String key, Function<T, String> label) {
        String none = getTranslation(key + ".all");
        select.setItems(Arrays.asList(all));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(none);
        select.setItemLabelGenerator(item -> label(item, none, label));
        select.setPlaceholder(none);
        select.setAriaLabel(getTranslation(key));
        select.addClassName("browse-choice");
    }

    private static <T> String label(@Nullable T item, String none, Function<T, String> label) {
        return item == null ? none : label.apply(item);
    }

    private static String text(Browsing.Stage stage) {
        return com.vaadin.flow.i18n.I18NProvider.translate(
                "browse.state." + stage.name().toLowerCase(Locale.ROOT));
    }
}
