package io.opslore.quality.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.identity.SignedIn;
import io.opslore.kit.EmptyState;
import io.opslore.kit.TimeText;
import io.opslore.quality.QualityHistory;
import io.opslore.quality.SetReport;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** How good search was measured to be: each set's newest figures, and how they came about. */
@Route("admin/quality")
@Menu(title = "Quality", order = 95, icon = "vaadin:line-chart")
@RolesAllowed(SignedIn.USER)
@NeedsPermission(Permission.QUALITY_READ)
class QualityView extends Div implements HasDynamicTitle {

    private final QualityHistory history;
    private final SignedIn signedIn;
    private final Grid<SetReport> sets = new Grid<>();
    private final SetHistory chosen;

    QualityView(QualityHistory history, SignedIn signedIn) {
        this.history = history;
        this.signedIn = signedIn;
        this.chosen = new SetHistory(history, signedIn);
        layOut();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("quality.title") + " · OpsLore";
    }

    private void layOut() {
        addClassNames("admin-page", "quality-page");
        Div head = new Div(new H1(getTranslation("quality.title")));
        head.addClassName("view-head");
        add(head, new Paragraph(getTranslation("quality.hint")));
        List<SetReport> latest = history.latest(signedIn.asker());
        if (latest.isEmpty()) {
            add(
                    new EmptyState(
                            VaadinIcon.LINE_CHART,
                            getTranslation("quality.nothing"),
                            getTranslation("quality.nothing.hint")));
        } else {
            columns();
            sets.setItems(latest);
            sets.addSelectionListener(
                    choice -> choice.getFirstSelectedItem().ifPresent(chosen::show));
            sets.select(latest.getFirst());
            add(sets, chosen);
        }
    }

    private void columns() {
        sets.addColumn(SetReport::set)
                .setHeader(getTranslation("quality.set"))
                .setWidth("10rem")
                .setFlexGrow(2)
                .setFrozen(true);
        sets.addColumn(SetReport::queries).setHeader(getTranslation("quality.queries"));
        sets.addColumn(report -> Figures.ndcg(report, "bm25"))
                .setHeader(getTranslation("quality.bm25"));
        sets.addColumn(report -> Figures.ndcg(report, "vectors"))
                .setHeader(getTranslation("quality.vectors"));
        sets.addColumn(report -> Figures.ndcg(report, "fused"))
                .setHeader(getTranslation("quality.fused"));
        sets.addColumn(Figures::recall20).setHeader(getTranslation("quality.recall20"));
        sets.addComponentColumn(report -> new TimeText(report.measuredAt()))
                .setHeader(getTranslation("quality.measured"))
                .setWidth("8rem");
        sets.getColumns().forEach(column -> column.setAutoWidth(false));
        sets.addClassNames("admin-grid", "quality-sets");
        sets.setAllRowsVisible(true);
    }
}
