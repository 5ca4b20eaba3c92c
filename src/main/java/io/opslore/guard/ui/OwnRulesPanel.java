package io.opslore.guard.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.DataProvider;
import io.opslore.guard.MaskingRules;
import io.opslore.guard.OwnRule;
import io.opslore.identity.SignedIn;
import io.opslore.kit.Confirmation;
import io.opslore.kit.EmptyState;
import io.opslore.kit.IconButton;
import io.opslore.kit.Toast;

/** The rules that this portal's admins added. */
final class OwnRulesPanel extends Div {

    private final MaskingRules rules;
    private final SignedIn signedIn;
    private final Grid<OwnRule> grid = new Grid<>();

    OwnRulesPanel(MaskingRules rules, SignedIn signedIn) {
        this.rules = rules;
        this.signedIn = signedIn;
        layOut();
    }

    private void layOut() {
        addClassName("masking-list");
        var add = new Button(getTranslation("masking.rule.add"), click -> add());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        Div toolbar = new Div(add);
        toolbar.addClassName("admin-toolbar");
        columns();
        add(toolbar, grid);
    }

    private void columns() {
        grid.addComponentColumn(rule -> longText(rule.name(), "long"))
                .setHeader(getTranslation("masking.rule.name"))
                .setWidth("9rem")
                .setFlexGrow(1);
        grid.addColumn(OwnRule::kind)
                .setHeader(getTranslation("masking.rule.kind"))
                .setWidth("11rem")
                .setFlexGrow(0);
        grid.addComponentColumn(rule -> longText(rule.expression(), "long", "masking-placeholder"))
                .setHeader(getTranslation("masking.rule.expression"))
                .setWidth("10rem")
                .setFlexGrow(3);
        grid.addComponentColumn(this::actions).setWidth("6.5rem").setFlexGrow(0);
        grid.addClassName("admin-grid");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addItemDoubleClickListener(click -> edit(click.getItem()));
        grid.setEmptyStateComponent(
                new EmptyState(
                        VaadinIcon.EYE_SLASH,
                        getTranslation("masking.rule.none"),
                        getTranslation("masking.rule.none.hint")));
        grid.setItems(
                DataProvider.fromCallbacks(
                        query ->
                                rules
                                        .rules(
                                                query.getOffset(),
                                                query.getLimit(),
                                                signedIn.asker())
                                        .stream(),
                        query -> rules.countRules(signedIn.asker())));
    }

    static Span longText(String text, String... classes) {
        var span = new Span(text);
        span.addClassNames(classes);
        span.getElement().setAttribute("title", text);
        return span;
    }

    private Div actions(OwnRule rule) {
        return new Div(
                new IconButton(
                        VaadinIcon.PENCIL,
                        getTranslation("masking.rule.edit", rule.name()),
                        () -> edit(rule)),
                new IconButton(
                        VaadinIcon.TRASH,
                        getTranslation("masking.rule.remove", rule.name()),
                        () -> askToRemove(rule)));
    }

    private void add() {
        new OwnRuleDialog(
                        null,
                        rule -> {
                            rules.add(
                                    rule.name(), rule.kind(), rule.expression(), signedIn.asker());
                            saved(rule);
                        })
                .open();
    }

    private void edit(OwnRule before) {
        new OwnRuleDialog(
                        before,
                        rule -> {
                            rules.edit(rule, signedIn.asker());
                            saved(rule);
                        })
                .open();
    }

    private void askToRemove(OwnRule rule) {
        Confirmation.askSternly(
                getTranslation("masking.rule.remove", rule.name()),
                getTranslation("masking.rule.remove.hint"),
                getTranslation("masking.remove"),
                () -> {
                    rules.remove(rule.id(), signedIn.asker());
                    grid.getDataProvider().refreshAll();
                });
    }

    private void saved(OwnRule rule) {
        Toast.done(getTranslation("masking.rule.saved", rule.name()));
        grid.getDataProvider().refreshAll();
    }
}
