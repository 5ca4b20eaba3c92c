package io.opslore.guard.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import io.opslore.guard.Limit;
import io.opslore.guard.LimitHolder;
import io.opslore.guard.LimitRow;
import io.opslore.guard.LimitValue;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One limit: not set, none, or an amount. */
final class LimitField extends Div {

    private static final double MEGABYTE = 1 << 20;

    private final Limit limit;
    private final LimitHolder holder;
    private final Select<Choice> choice = new Select<>();
    private final NumberField amount = new NumberField();

    /** What can be said of a limit. */
    private enum Choice {
        INHERITED,
        NONE,
        AMOUNT
    }

    LimitField(LimitRow row, Limit limit) {
        this.limit = limit;
        holder = row.holder();
        layOut();
        show(row.values().get(limit));
    }

    /** Says so itself where it is not. */
    boolean isSensible() {
        boolean sensible = choice.getValue() != Choice.AMOUNT || isWithin(amount.getValue());
        amount.setInvalid(!sensible);
        return sensible;
    }

    /** Empty where nothing is to be set. */
    Optional<LimitValue> value() {
        return switch (choice.getValue()) {
            case INHERITED -> Optional.empty();
            case NONE -> Optional.of(new LimitValue(limit, null, holder));
            case AMOUNT ->
                    Optional.of(
                            new LimitValue(limit, Math.round(amount.getValue() * unit()), holder));
        };
    }

    private void layOut() {
        addClassName("limit-field");
        String name = LimitText.name(limit);
        choice.setLabel(name);
        if (holder instanceof LimitHolder.Everyone) {
            choice.setItems(Choice.NONE, Choice.AMOUNT);
        } else {
            choice.setItems(Choice.values());
        }
        choice.setItemLabelGenerator(
                it -> getTranslation("limits.choice." + it.name().toLowerCase(Locale.ROOT)));
        choice.addValueChangeListener(
                change -> amount.setVisible(change.getValue() == Choice.AMOUNT));
        amount.setAriaLabel(name);
        amount.setManualValidation(true);
        amount.setErrorMessage(
                getTranslation(
                        "limits.between",
                        LimitText.amount(limit, limit.least()),
                        LimitText.amount(limit, limit.most())));
        if (limit.unit() == Limit.Unit.BYTES) {
            amount.setSuffixComponent(new Span(getTranslation("limits.megabytes")));
        }
        add(choice, amount);
    }

    private void show(@Nullable LimitValue value) {
        Long set = value == null ? null : value.amount();
        if (set != null) {
            amount.setValue(set / unit());
        }
        amount.setVisible(set != null);
        if (set != null) {
            choice.setValue(Choice.AMOUNT);
        } else if (value == null && !(holder instanceof LimitHolder.Everyone)) {
            choice.setValue(Choice.INHERITED);
        } else {
            choice.setValue(Choice.NONE);
        }
    }

    private boolean isWithin(@Nullable Double typed) {
        return typed != null
                && Math.round(typed * unit()) >= limit.least()
                && Math.round(typed * unit()) <= limit.most();
    }

    private double unit() {
        return limit.unit() == Limit.Unit.BYTES ? MEGABYTE : 1;
    }
}
