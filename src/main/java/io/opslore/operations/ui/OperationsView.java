package io.opslore.operations.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.identity.SignedIn;
import io.opslore.operations.history.Now;
import io.opslore.operations.history.Operations;
import io.opslore.operations.history.Span;
import io.opslore.operations.support.SupportBundle;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Locale;

/** How this portal does now, and did in the last hour, day or week. */
@Route("admin/operations")
@Menu(title = "Operations", order = 88, icon = "vaadin:chart-line")
@RolesAllowed(SignedIn.USER)
@NeedsPermission(Permission.OPERATIONS_READ)
class OperationsView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    /** In the address. */
    static final String SPAN = "span";

    private final Operations operations;
    private final SupportBundle bundle;
    private final Asker asker;
    private final DependencyList dependencies = new DependencyList();
    private final NumberTiles numbers = new NumberTiles();
    private final StageTable stages = new StageTable();
    private final HistoryCharts charts;
    private Runnable subscription = () -> {};

    OperationsView(Operations operations, SupportBundle bundle, SignedIn signedIn) {
        this.operations = operations;
        this.bundle = bundle;
        this.asker = signedIn.asker();
        charts =
                new HistoryCharts(
                        (number, span) -> operations.history(number, span, asker), this::choose);
        layOut();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("operations.title") + " · OpsLore";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entered) {
        String wanted =
                entered.getLocation().getQueryParameters().getSingleParameter(SPAN).orElse("");
        charts.show(
                Arrays.stream(Span.values())
                        .filter(span -> name(span).equals(wanted))
                        .findFirst()
                        .orElse(Span.HOUR));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        subscription =
                operations.subscribe(
                        asker, attached.getUI().accessLater(this::show, () -> {})::run);
        show();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        subscription.run();
    }

    static String name(Span span) {
        return span.name().toLowerCase(Locale.ROOT);
    }

    private void layOut() {
        addClassNames("admin-page", "operations-view");
        Div head =
                new Div(
                        new H1(getTranslation("operations.title")),
                        new BundleLink(to -> bundle.write(to, asker)));
        head.addClassName("view-head");
        add(
                head,
                new Paragraph(getTranslation("operations.hint")),
                new H2(getTranslation("operations.dependencies")),
                dependencies,
                new H2(getTranslation("operations.now")),
                numbers,
                new H2(getTranslation("operations.stages")),
                stages,
                charts);
    }

    private void choose(Span span) {
        getUI().ifPresent(ui ->
                ui.navigate(OperationsView.class, QueryParameters.of(SPAN, name(span))));
    }

    private void show() {
        Now now = operations.now(asker);
        dependencies.show(now.dependencies());
        numbers.show(now.numbers());
        stages.show(now.stages());
        charts.refresh();
    }
}
