package io.opslore.guard.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.DataProvider;
import io.opslore.guard.AllowedValue;
import io.opslore.guard.MaskingRules;
import io.opslore.guard.RuleRefused;
import io.opslore.identity.SignedIn;
import io.opslore.kit.Confirmation;
import io.opslore.kit.EmptyState;
import io.opslore.kit.IconButton;
import io.opslore.kit.TimeText;
import io.opslore.kit.Toast;

/** The values that are no secrets here. They are not kept, so only what was noted is shown. */
final class AllowedPanel extends Div {

    private final MaskingRules rules;
    private final SignedIn signedIn;
    private final PasswordField value = new PasswordField();
    private final TextField note = new TextField();
    private final Grid<AllowedValue> grid = new Grid<>();

    AllowedPanel(MaskingRules rules, SignedIn signedIn) {
        this.rules = rules;
        this.signedIn = signedIn;
        layOut();
    }

    private void layOut() {
        addClassName("masking-list");
        value.setLabel(getTranslation("masking.allowed.value"));
        value.setHelperText(getTranslation("masking.allowed.kept"));
        value.getElement().setAttribute("autocomplete", "off");
        value.setMaxLength(2000);
        note.setLabel(getTranslation("masking.allowed.note"));
        note.setMaxLength(200);
        var allow = new Button(getTranslation("masking.allowed.add"), click -> allow());
        allow.addThemeVariants(ButtonVariant.PRIMARY);
        Div toolbar = new Div(value, note, allow);
        toolbar.addClassNames("admin-toolbar", "masking-allow");
        columns();
        add(toolbar, grid);
    }

    private void columns() {
        grid.addComponentColumn(allowed ->
                        OwnRulesPanel.longText(
                                allowed.note().isEmpty()
                                        ? getTranslation("masking.allowed.noNote")
                                        : allowed.note(),
                                "long"))
                .setHeader(getTranslation("masking.allowed.note"))
                .setFlexGrow(1);
        grid.addComponentColumn(allowed -> new TimeText(allowed.addedAt()))
                .setHeader(getTranslation("masking.allowed.since"))
                .setWidth("11rem")
                .setFlexGrow(0);
        grid.addComponentColumn(allowed ->
                        new IconButton(
                                VaadinIcon.TRASH,
                                getTranslation("masking.allowed.remove"),
                                () -> askToRemove(allowed)))
                .setWidth("4rem")
                .setFlexGrow(0);
        grid.addClassName("admin-grid");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setEmptyStateComponent(
                new EmptyState(
                        VaadinIcon.CHECK,
                        getTranslation("masking.allowed.none"),
                        getTranslation("masking.allowed.none.hint")));
        grid.setItems(
                DataProvider.fromCallbacks(
                        query ->
                                rules
                                        .allowed(
                                                query.getOffset(),
                                                query.getLimit(),
                                                signedIn.asker())
                                        .stream(),
                        query -> rules.countAllowed(signedIn.asker())));
    }

    private void allow() {
        try {
            rules.allow(value.getValue(), note.getValue(), signedIn.asker());
            value.clear();
            note.clear();
            value.setInvalid(false);
            Toast.done(getTranslation("masking.allowed.saved"));
            grid.getDataProvider().refreshAll();
        } catch (RuleRefused refused) {
            value.setErrorMessage(RefusedText.of(refused));
            value.setInvalid(true);
            value.focus();
        }
    }

    private void askToRemove(AllowedValue allowed) {
        Confirmation.askSternly(
                getTranslation("masking.allowed.remove"),
                getTranslation("masking.allowed.remove.hint"),
                getTranslation("masking.remove"),
                () -> {
                    rules.disallow(allowed.id(), signedIn.asker());
                    grid.getDataProvider().refreshAll();
                });
    }
}
