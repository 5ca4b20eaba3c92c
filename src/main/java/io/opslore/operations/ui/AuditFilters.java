package io.opslore.operations.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.opslore.audit.AuditFilter;
import io.opslore.audit.AuditRecord.Outcome;
import io.opslore.kit.ReaderDates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What lines are wanted; tells it as soon as it changes. */
final class AuditFilters extends Div {

    private static final int TYPING_MILLIS = 400;

    private final Consumer<AuditFilter> wanted;
    private final DatePicker from = ReaderDates.picker(getTranslation("audit.from"));
    private final DatePicker until = ReaderDates.picker(getTranslation("audit.until"));
    private final TextField actor = new TextField(getTranslation("audit.actor"));
    private final TextField action = new TextField(getTranslation("audit.action"));
    private final TextField subject = new TextField(getTranslation("audit.subject"));
    private final TextField text = new TextField(getTranslation("audit.text"));
    private final Select<Outcome> outcome = new Select<>();

    AuditFilters(Consumer<AuditFilter> wanted) {
        this.wanted = wanted;
        layOut();
    }

    private void layOut() {
        addClassNames("admin-toolbar", "audit-filters");
        getElement().setAttribute("role", "search");
        action.setPlaceholder("document.");
        outcome.setLabel(getTranslation("audit.outcome"));
        outcome.setItems(Outcome.values());
        outcome.setEmptySelectionAllowed(true);
        outcome.setEmptySelectionCaption(getTranslation("audit.outcome.any"));
        outcome.setItemLabelGenerator(
                it -> getTranslation("audit.outcome." + (it == null ? "any" : it.name())));
        for (TextField field : new TextField[] {actor, action, subject, text}) {
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.setValueChangeTimeout(TYPING_MILLIS);
            field.setClearButtonVisible(true);
            tellChangesOf(field);
            add(field);
        }
        from.setClearButtonVisible(true);
        until.setClearButtonVisible(true);
        tellChangesOf(from);
        tellChangesOf(until);
        tellChangesOf(outcome);
        add(outcome, from, until);
    }

    private void tellChangesOf(HasValue<?, ?> field) {
        field.addValueChangeListener(change -> wanted.accept(filter()));
    }

    private AuditFilter filter() {
        LocalDate last = until.getValue();
        return new AuditFilter(
                start(from.getValue()),
                start(last == null ? null : last.plusDays(1)),
                actor.getValue(),
                action.getValue().strip(),
                outcome.getValue(),
                subject.getValue(),
                text.getValue());
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ReaderDates.zone()).toInstant();
    }
}
