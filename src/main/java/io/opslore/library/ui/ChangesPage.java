package io.opslore.library.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import io.opslore.kit.EmptyState;
import io.opslore.kit.Narrow;
import io.opslore.kit.ReaderDates;
import io.opslore.library.Space;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Since when, where, and what has changed. */
final class ChangesPage extends Div {

    private static final int WEEK = 7;
    private static final int MONTH = 30;

    private final ChangesAsked asked;
    private final List<Space> spaces;
    private final ChangeGrid grid;

    ChangesPage(ChangesAsked asked, List<Space> spaces, ChangeReading reading) {
        this.asked = asked;
        this.spaces = spaces;
        this.grid = new ChangeGrid(asked, spaces, reading);
        layOut();
        if (reading.some(asked, 0, 1).isEmpty()) {
            add(
                    new EmptyState(
                            VaadinIcon.CLOCK,
                            getTranslation("changes.empty"),
                            getTranslation("changes.empty.hint", ReaderDates.text(asked.since()))));
        } else {
            add(grid);
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        Narrow.watch(this, attached.getUI(), grid::setNarrow);
    }

    private void layOut() {
        addClassName("table-page");
        LocalDate today = ReaderDates.today();
        Div presets =
                new Div(
                        preset("changes.today", today),
                        preset("changes.week", today.minusDays(WEEK)),
                        preset("changes.month", today.minusDays(MONTH)));
        presets.addClassName("presets");
        presets.getElement().setAttribute("role", "group");
        presets.getElement().setAttribute("aria-label", getTranslation("changes.since"));
        Div filter = new Div(presets, day(), space());
        filter.addClassName("changes-filter");
        Div head = new Div(new H1(getTranslation("changes.title")));
        head.addClassName("view-head");
        add(head, filter);
    }

    private Button preset(String name, LocalDate since) {
        Button button = new Button(getTranslation(name), click -> open(asked.since(since)));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.getElement()
                .setAttribute("aria-pressed", String.valueOf(since.equals(asked.since())));
        return button;
    }

    private DatePicker day() {
        DatePicker day = ReaderDates.picker("");
        day.setAriaLabel(getTranslation("changes.since"));
        day.setMax(ReaderDates.today());
        day.setValue(asked.since());
        day.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                open(asked.since(change.getValue()));
            }
        });
        return day;
    }

    private Select<Space> space() {
        Select<Space> select = new Select<>();
        select.setAriaLabel(getTranslation("changes.space"));
        select.setItems(spaces);
        select.setItemLabelGenerator(
                space -> space == null ? getTranslation("changes.allSpaces") : space.name());
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation("changes.allSpaces"));
        spaces.stream()
                .filter(space -> asked.space().filter(space.id()::equals).isPresent())
                .findFirst()
                .ifPresent(select::setValue);
        select.addValueChangeListener(
                change -> open(asked.in(Optional.ofNullable(change.getValue()).map(Space::id))));
        return select;
    }

    private static void open(ChangesAsked wanted) {
        DocumentNavigation.open(wanted.address());
    }
}
