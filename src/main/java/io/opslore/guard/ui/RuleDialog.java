package io.opslore.guard.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.guard.FilterAction;
import io.opslore.guard.QuestionRule;
import io.opslore.guard.QuestionRule.Fault;
import io.opslore.guard.QuestionRule.Kind;
import io.opslore.identity.Role;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes one rule. */
final class RuleDialog extends Dialog {

    private final UUID id;
    private final Consumer<QuestionRule> save;
    private final TextField name = new TextField();
    private final Select<Kind> kind = new Select<>();
    private final TextArea pattern = new TextArea();
    private final Select<Role> role = new Select<>();
    private final Select<FilterAction> action = new Select<>();
    private final TextArea message = new TextArea();
    private final Checkbox enabled = new Checkbox(getTranslation("filters.enabled"));

    RuleDialog(@Nullable QuestionRule rule, List<Role> roles, Consumer<QuestionRule> save) {
        this.id = rule == null ? UUID.randomUUID() : rule.id();
        this.save = save;
        fields(roles);
        layOut(rule);
        show(rule);
    }

    static void askToRemove(QuestionRule rule, Runnable remove) {
        ConfirmDialog dialog =
                new ConfirmDialog(
                        I18NProvider.translate("filters.remove.ask", rule.name()),
                        I18NProvider.translate("filters.remove.hint"),
                        I18NProvider.translate("filters.remove.confirm"),
                        confirmed -> remove.run());
        dialog.setConfirmButtonTheme("error primary");
        dialog.setCancelable(true);
        dialog.setCancelText(I18NProvider.translate("kit.cancel"));
        dialog.open();
    }

    private void fields(List<Role> roles) {
        name.setLabel(getTranslation("filters.name"));
        name.setHelperText(getTranslation("filters.name.hint"));
        kind.setLabel(getTranslation("filters.kind"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(it -> getTranslation("filters.kind." + it.name()));
        kind.addValueChangeListener(change ->
                pattern.setHelperText(
                        getTranslation("filters.pattern." + change.getValue().name())));
        pattern.setLabel(getTranslation("filters.pattern"));
        pattern.setMinRows(2);
        pattern.setMaxRows(6);
        role.setLabel(getTranslation("filters.for"));
        role.setItems(roles);
        role.setEmptySelectionAllowed(true);
        role.setEmptySelectionCaption(getTranslation("filters.everybody"));
        role.setItemLabelGenerator(FilterText::whom);
        action.setLabel(getTranslation("filters.action"));
        action.setItems(FilterAction.values());
        action.setItemLabelGenerator(FilterText::action);
        action.addValueChangeListener(change ->
                action.setHelperText(getTranslation("filters.does." + change.getValue().name())));
        message.setLabel(getTranslation("filters.message"));
        message.setHelperText(getTranslation("filters.message.hint"));
    }

    private void layOut(@Nullable QuestionRule rule) {
        setHeaderTitle(
                rule == null
                        ? getTranslation("filters.add")
                        : getTranslation("filters.edit", rule.name()));
        Button cancel = new Button(getTranslation("kit.cancel"), click -> close());
        Button keep = new Button(getTranslation("kit.save"), click -> save());
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        Div content = new Div(name, kind, pattern, role, action, message, enabled);
        content.addClassName("rule-fields");
        add(content);
        getFooter().add(cancel, keep);
    }

    private void show(@Nullable QuestionRule rule) {
        if (rule == null) {
            kind.setValue(Kind.PHRASES);
            action.setValue(FilterAction.WARN);
            enabled.setValue(true);
            return;
        }
        name.setValue(rule.name());
        kind.setValue(rule.kind());
        pattern.setValue(rule.pattern());
        role.setValue(rule.role());
        action.setValue(rule.action());
        message.setValue(rule.message());
        enabled.setValue(rule.enabled());
    }

    private void save() {
        QuestionRule rule =
                new QuestionRule(
                        id,
                        name.getValue(),
                        kind.getValue(),
                        pattern.getValue(),
                        role.getValue(),
                        action.getValue(),
                        message.getValue(),
                        enabled.getValue());
        List<Fault> faults = rule.faults();
        List.of(name, pattern, message).forEach(field -> field.setInvalid(false));
        faults.forEach(this::mark);
        if (faults.isEmpty()) {
            save.accept(rule);
            close();
        }
    }

    private void mark(Fault fault) {
        HasValidation field =
                switch (fault) {
                    case NAME -> name;
                    case PATTERN_EMPTY, PATTERN_LENGTH, PATTERN_SYNTAX, PATTERN_MATCHES_ALL ->
                            pattern;
                    case MESSAGE -> message;
                };
        field.setErrorMessage(getTranslation("filters.fault." + fault.name()));
        field.setInvalid(true);
    }
}
