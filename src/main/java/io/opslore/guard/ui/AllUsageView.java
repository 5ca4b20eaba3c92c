package io.opslore.guard.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opslore.guard.Period;
import io.opslore.guard.Usage;
import io.opslore.guard.UsedBy;
import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.identity.SignedIn;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What was used: by day as a chart, by person as a table, all of it as a file. */
@Route("admin/usage")
@Menu(title = "Usage", order = 43, icon = "vaadin:bar-chart")
@RolesAllowed(SignedIn.USER)
@NeedsPermission(Permission.USAGE_READ)
class AllUsageView extends Div implements HasDynamicTitle {

    private final Usage usage;
    private final Asker asker;
    private final Select<Integer> days = new Select<>();
    private final TextField sought = new TextField();
    private final Anchor csv = new Anchor();
    private final MetricChart chart = new MetricChart();
    private final UsageGrid people;

    AllUsageView(Usage usage, SignedIn signedIn) {
        this.usage = usage;
        asker = signedIn.asker();
        people = new UsageGrid(usage, asker, this::draw);
        layOut();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("usage.title") + " · OpsLore";
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        show();
    }

    private void layOut() {
        addClassNames("admin-page", "all-usage");
        csv.setText(getTranslation("usage.csv"));
        csv.addClassName("button-link");
        csv.getElement().setAttribute("download", true);
        Div head = new Div(new H1(getTranslation("usage.title")), csv);
        head.addClassName("view-head");
        days.setLabel(getTranslation("usage.period"));
        days.setItems(7, 30, 90, Period.LONGEST - 1);
        days.setItemLabelGenerator(number -> getTranslation("usage.days", number));
        days.setValue(30);
        days.addValueChangeListener(change -> show());
        sought.setLabel(getTranslation("usage.sought"));
        sought.setClearButtonVisible(true);
        sought.setValueChangeMode(ValueChangeMode.LAZY);
        sought.addValueChangeListener(change -> show());
        Div toolbar = new Div(days, sought);
        toolbar.addClassName("admin-toolbar");
        add(head, new Paragraph(getTranslation("usage.hint")), toolbar, chart, people);
    }

    private void show() {
        people.show(period(), sought.getValue());
        draw(null);
        getUI().ifPresent(ui ->
                csv.setHref(
                        new UsageCsv(
                                ui,
                                (offset, limit) -> usage.each(period(), offset, limit, asker))));
    }

    private void draw(@Nullable UsedBy person) {
        chart.show(
                person == null ? getTranslation("limits.everyone") : person.name(),
                usage.days(period(), person == null ? null : person.account(), asker));
    }

    private Period period() {
        return Period.upTo(LocalDate.now(ZoneOffset.UTC), days.getValue());
    }
}
