package io.opslore.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.opslore.identity.Permission;
import io.opslore.identity.TokenAnswer;
import io.opslore.identity.TokenScope;
import io.opslore.identity.TokenWish;
import io.opslore.kit.ReaderDates;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks what a new token is for. */
final class TokenDialog extends Dialog {

    private final Set<Permission> offered;
    private final Function<TokenWish, TokenAnswer> create;
    private final Consumer<TokenAnswer.Made> whenMade;
    private final TextField name = new TextField(getTranslation("token.name"));
    private final RadioButtonGroup<TokenScope> scope = new RadioButtonGroup<>();
    private final CheckboxGroup<Permission> permissions = new CheckboxGroup<>();
    private final DatePicker lastDay = ReaderDates.picker(getTranslation("token.lastDay"));

    /**
     * @param offered what may be chosen
     * @param usualTime how long it is good unless another day is chosen
     * @param create makes the token, or says why not
     */
    TokenDialog(
            Set<Permission> offered,
            Duration usualTime,
            Function<TokenWish, TokenAnswer> create,
            Consumer<TokenAnswer.Made> whenMade) {
        this.offered = offered;
        this.create = create;
        this.whenMade = whenMade;
        layOut(usualTime);
    }

    private void layOut(Duration usualTime) {
        setHeaderTitle(getTranslation("token.title"));
        name.setRequired(true);
        name.setMaxLength(TokenWish.LONGEST_NAME);
        name.setPlaceholder(getTranslation("token.name.example"));
        name.setAutofocus(true);
        name.setWidthFull();
        scope.setLabel(getTranslation("token.scope"));
        scope.setItems(TokenScope.values());
        scope.setItemLabelGenerator(it -> getTranslation("token.scope." + it.name()));
        scope.addValueChangeListener(change -> choose(change.getValue()));
        permissions.setItems(offered.stream().sorted().toList());
        permissions.setItemLabelGenerator(Permission::key);
        permissions.setAriaLabel(getTranslation("token.permissions"));
        scope.setValue(TokenScope.READ);
        lastDay.setValue(ReaderDates.today().plusDays(usualTime.toDays()));
        lastDay.setMin(ReaderDates.today());
        Div fields = new Div(name, scope, permissions, lastDay);
        fields.addClassNames("dialog-fields", "token-fields");
        add(fields);
        Button make = new Button(getTranslation("token.make"), click -> make());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("kit.cancel"), click -> close()), make);
    }

    private void choose(TokenScope chosen) {
        permissions.setVisible(chosen == TokenScope.CUSTOM);
        if (chosen != TokenScope.CUSTOM) {
            permissions.setValue(
                    chosen.permissions().stream()
                            .filter(offered::contains)
                            .collect(Collectors.toSet()));
        }
    }

    private void make() {
        name.setInvalid(false);
        lastDay.setInvalid(false);
        permissions.setInvalid(false);
        if (lastDay.getValue() == null) {
            show(new TokenAnswer.BadDay());
            return;
        }
        show(
                create.apply(
                        new TokenWish(
                                name.getValue(), permissions.getValue(), lastDay.getValue())));
    }

    private void show(TokenAnswer answer) {
        switch (answer) {
            case TokenAnswer.Made made -> {
                close();
                whenMade.accept(made);
            }
            case TokenAnswer.BadName bad -> {
                name.setErrorMessage(getTranslation("token.name.bad"));
                name.setInvalid(true);
            }
            case TokenAnswer.NoPermission none -> {
                scope.setValue(TokenScope.CUSTOM);
                permissions.setErrorMessage(getTranslation("token.permissions.none"));
                permissions.setInvalid(true);
            }
            case TokenAnswer.BadDay bad -> {
                lastDay.setErrorMessage(getTranslation("token.lastDay.bad"));
                lastDay.setInvalid(true);
            }
        }
    }
}
