package io.opslore.guard.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opslore.guard.FilterAction;
import io.opslore.guard.QuestionRule;
import io.opslore.guard.QuestionRules;
import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.identity.SignedIn;
import io.opslore.kit.Toast;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

/** The rules that questions are looked at by, what they have found, and a place to try them. */
@Route("admin/filters")
@Menu(title = "Filters", order = 42, icon = "vaadin:filter")
@RolesAllowed(SignedIn.USER)
@NeedsPermission(Permission.FILTER_MANAGE)
class FiltersView extends Div implements HasDynamicTitle {

    private final QuestionRules rules;
    private final Asker asker;
    private final TextField sought = new TextField();
    private final RuleGrid grid;
    private final ShippedSigns shipped;
    private final FilterTrial trial;

    FiltersView(QuestionRules rules, SignedIn signedIn) {
        this.rules = rules;
        this.asker = signedIn.asker();
        this.grid = new RuleGrid(rules, asker, sought::getValue, this::edit, this::remove);
        this.shipped = new ShippedSigns(this::decide);
        this.trial =
                new FilterTrial(
                        rules.roles(asker), (text, role) -> rules.tryOut(text, role, asker));
        layOut();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("filters.title") + " · OpsLore";
    }

    private void layOut() {
        addClassNames("admin-page", "filters-page");
        Div head = new Div(new H1(getTranslation("filters.title")));
        head.addClassName("view-head");
        sought.setLabel(getTranslation("filters.sought"));
        sought.setClearButtonVisible(true);
        sought.setValueChangeMode(ValueChangeMode.LAZY);
        sought.addValueChangeListener(change -> grid.refresh());
        Button add =
                new Button(
                        getTranslation("filters.add"),
                        new Icon(VaadinIcon.PLUS),
                        click -> edit(null));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        Div toolbar = new Div(sought, add);
        toolbar.addClassName("admin-toolbar");
        Div below = new Div(shipped, trial);
        below.addClassName("filter-panels");
        add(head, new Paragraph(getTranslation("filters.hint")), toolbar, grid, below);
        refresh();
    }

    private void refresh() {
        grid.refresh();
        shipped.show(
                rules.injectionAction(asker).orElse(null),
                rules.shipped(asker),
                rules.leaks(asker));
    }

    private void edit(@Nullable QuestionRule rule) {
        new RuleDialog(rule, rules.roles(asker), this::save).open();
    }

    private void save(QuestionRule rule) {
        try {
            rules.put(rule, asker);
            Toast.done(getTranslation("filters.saved", rule.name()));
        } catch (IllegalArgumentException | DataIntegrityViolationException refused) {
            Toast.failed(getTranslation("filters.notSaved"));
        }
        refresh();
        trial.again();
    }

    private void remove(QuestionRule rule) {
        RuleDialog.askToRemove(
                rule,
                () -> {
                    rules.remove(rule.id(), asker);
                    Toast.done(getTranslation("filters.removed", rule.name()));
                    refresh();
                    trial.again();
                });
    }

    private void decide(@Nullable FilterAction action) {
        rules.injectionAction(action, asker);
        Toast.done(getTranslation("filters.shipped.saved"));
        trial.again();
    }
}
