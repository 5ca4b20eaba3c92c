package io.opslore.guard.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opslore.guard.Limit;
import io.opslore.guard.LimitHolder;
import io.opslore.guard.LimitRow;
import io.opslore.guard.LimitTable;
import io.opslore.guard.LimitValue;
import io.opslore.guard.Limits;
import io.opslore.identity.AccountId;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.identity.SignedIn;
import io.opslore.kit.IconButton;
import io.opslore.kit.Toast;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** What everybody, each role and each person may use, and why a person may use so much. */
@Route("admin/limits")
@Menu(title = "Limits", order = 40, icon = "vaadin:hourglass")
@RolesAllowed(SignedIn.USER)
@NeedsPermission(Permission.LIMIT_MANAGE)
class LimitsView extends Div implements HasDynamicTitle {

    private final LimitTable table;
    private final Limits limits;
    private final SignedIn signedIn;
    private final TextField sought = new TextField();
    private final ComboBox<LimitRow> person = new ComboBox<>();
    private final EffectivePanel effective = new EffectivePanel(this::edit);
    private final Grid<LimitRow> grid = new Grid<>();

    LimitsView(LimitTable table, Limits limits, SignedIn signedIn) {
        this.table = table;
        this.limits = limits;
        this.signedIn = signedIn;
        layOut();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("limits.title") + " · OpsLore";
    }

    private void layOut() {
        addClassName("admin-page");
        Div head = new Div(new H1(getTranslation("limits.title")));
        head.addClassName("view-head");
        Div toolbar = new Div(sought, person);
        toolbar.addClassName("admin-toolbar");
        chooseWhom();
        columns();
        add(head, new Paragraph(getTranslation("limits.hint")), toolbar, effective, grid);
    }

    private void chooseWhom() {
        sought.setLabel(getTranslation("limits.sought"));
        sought.setClearButtonVisible(true);
        sought.setValueChangeMode(ValueChangeMode.LAZY);
        sought.addValueChangeListener(change -> grid.getDataProvider().refreshAll());
        person.setLabel(getTranslation("limits.person"));
        person.setPlaceholder(getTranslation("limits.person.hint"));
        person.setClearButtonVisible(true);
        person.setItemLabelGenerator(LimitRow::name);
        person.setItems(
                query ->
                        table
                                .people(
                                        query.getFilter().orElse(""),
                                        query.getOffset(),
                                        query.getLimit(),
                                        signedIn.asker())
                                .stream(),
                query -> table.countPeople(query.getFilter().orElse(""), signedIn.asker()));
        person.addValueChangeListener(change -> explain());
    }

    private void columns() {
        grid.addComponentColumn(this::name)
                .setHeader(getTranslation("limits.whom"))
                .setWidth("11rem")
                .setFlexGrow(2)
                .setFrozen(true);
        for (Limit limit : Limit.values()) {
            grid.addColumn(row -> said(row, limit))
                    .setHeader(getTranslation("limits.short." + limit.key()))
                    .setWidth("7.5rem")
                    .setFlexGrow(1);
        }
        grid.addComponentColumn(row ->
                        new IconButton(
                                VaadinIcon.PENCIL,
                                getTranslation("limits.edit", HolderText.name(row)),
                                () -> edit(row)))
                .setWidth("3.5rem")
                .setFlexGrow(0);
        grid.addClassNames("admin-grid", "limit-grid");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addItemDoubleClickListener(click -> edit(click.getItem()));
        grid.setItems(
                DataProvider.fromCallbacks(
                        query ->
                                table
                                        .rows(
                                                sought.getValue(),
                                                query.getOffset(),
                                                query.getLimit(),
                                                signedIn.asker())
                                        .stream(),
                        query -> table.count(sought.getValue(), signedIn.asker())));
    }

    private Span name(LimitRow row) {
        Span name = new Span(HolderText.name(row));
        name.addClassName("long");
        name.getElement().setAttribute("title", HolderText.name(row));
        return name;
    }

    private String said(LimitRow row, Limit limit) {
        LimitValue value = row.values().get(limit);
        if (value == null) {
            return row.holder() instanceof LimitHolder.Everyone
                    ? getTranslation("limits.none")
                    : "–";
        }
        return LimitText.amount(limit, value.amount());
    }

    private void explain() {
        LimitRow chosen = person.getValue();
        if (chosen != null && chosen.holder() instanceof LimitHolder.Person(AccountId account)) {
            effective.show(chosen, limits.effective(account, signedIn.asker()));
        } else {
            effective.setVisible(false);
        }
    }

    private void edit(LimitRow row) {
        new LimitsDialog(row, values -> save(row, values)).open();
    }

    private void save(LimitRow row, List<LimitValue> values) {
        try {
            table.set(row.holder(), values, signedIn.asker());
            Toast.done(getTranslation("limits.saved", HolderText.name(row)));
        } catch (IllegalArgumentException gone) {
            Toast.failed(getTranslation("limits.notSaved"));
        }
        grid.getDataProvider().refreshAll();
        explain();
    }
}
