package io.opslore.guard.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import io.opslore.guard.OwnRule;
import io.opslore.guard.RuleRefused;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Adds or changes a rule; stays open, and says what is wrong, where it cannot be taken. */
final class OwnRuleDialog extends Dialog {

    private final UUID id;
    private final Consumer<OwnRule> save;
    private final TextField name = new TextField();
    private final TextField kind = new TextField();
    private final TextArea expression = new TextArea();

    OwnRuleDialog(@Nullable OwnRule before, Consumer<OwnRule> save) {
        this.id = before == null ? UUID.randomUUID() : before.id();
        this.save = save;
        setHeaderTitle(
                before == null
                        ? getTranslation("masking.rule.add")
                        : getTranslation("masking.rule.edit", before.name()));
        layOut();
        if (before != null) {
            name.setValue(before.name());
            kind.setValue(before.kind());
            expression.setValue(before.expression());
        }
    }

    private void layOut() {
        name.setLabel(getTranslation("masking.rule.name"));
        name.setMaxLength(100);
        name.setAutofocus(true);
        kind.setLabel(getTranslation("masking.rule.kind"));
        kind.setHelperText(getTranslation("masking.rule.kind.hint"));
        kind.setPlaceholder("customer-number");
        kind.setMaxLength(40);
        expression.setLabel(getTranslation("masking.rule.expression"));
        expression.setHelperText(getTranslation("masking.rule.expression.hint"));
        expression.setPlaceholder("\\bACME-([0-9A-F]{16})\\b");
        expression.setMaxLength(2000);
        expression.addClassName("masking-expression");
        var form = new FormLayout(name, kind, expression);
        form.setColspan(expression, 2);
        add(form);
        setWidth("min(36rem, 100vw)");
        var cancel = new Button(getTranslation("kit.cancel"), click -> close());
        var keep = new Button(getTranslation("kit.save"), click -> save());
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        keep.addClickShortcut(Key.ENTER);
        getFooter().add(cancel, keep);
    }

    private void save() {
        name.setInvalid(false);
        kind.setInvalid(false);
        expression.setInvalid(false);
        try {
            save.accept(
                    new OwnRule(
                            id,
                            name.getValue().strip(),
                            kind.getValue().strip(),
                            expression.getValue().strip()));
            close();
        } catch (RuleRefused refused) {
            complain(refused);
        }
    }

    private void complain(RuleRefused refused) {
        TextFieldBase<?, String> field =
                switch (refused.reason()) {
                    case NAME, NAME_TAKEN, GONE, VALUE, ALLOWED_ALREADY -> name;
                    case KIND -> kind;
                    case EXPRESSION, MATCHES_NOTHING -> expression;
                };
        field.setErrorMessage(RefusedText.of(refused));
        field.setInvalid(true);
        field.focus();
    }
}
