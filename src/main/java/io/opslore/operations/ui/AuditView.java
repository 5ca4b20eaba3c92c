package io.opslore.operations.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opslore.audit.AuditFilter;
import io.opslore.audit.ChainReport;
import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.identity.SignedIn;
import io.opslore.kit.Toast;
import io.opslore.operations.AuditTrail;
import io.opslore.operations.ExportFormat;
import jakarta.annotation.security.RolesAllowed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who did what: the audit log, its export, and the proof that it is whole. */
@Route("admin/audit")
@Menu(title = "Audit", order = 60, icon = "vaadin:book")
@RolesAllowed(SignedIn.USER)
@NeedsPermission(Permission.AUDIT_READ)
class AuditView extends Div implements HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(AuditView.class);
    private static final int NARROW = 800;

    private final AuditTrail trail;
    private final SignedIn signedIn;
    private final AuditGrid grid;
    private final Button check =
            new Button(
                    getTranslation("audit.check"),
                    new Icon(VaadinIcon.SHIELD),
                    click -> checkChain());
    private final ProgressBar progress = new ProgressBar();
    private final Div proof = new Div();
    private volatile AuditFilter filter = AuditFilter.ALL;

    AuditView(AuditTrail trail, SignedIn signedIn) {
        this.trail = trail;
        this.signedIn = signedIn;
        this.grid = new AuditGrid(trail, signedIn, () -> filter);
        layOut();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("audit.title") + " · OpsLore";
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var page = attached.getUI().getPage();
        grid.setNarrow(page.getExtendedClientDetails().getWindowInnerWidth() < NARROW);
        var resizing =
                page.addBrowserWindowResizeListener(
                        resized -> grid.setNarrow(resized.getWidth() < NARROW));
        addDetachListener(detached -> {
            detached.unregisterListener();
            resizing.remove();
        });
    }

    private void layOut() {
        addClassNames("admin-page", "audit-view");
        Asker asker = signedIn.asker();
        Div actions = new Div(check);
        for (ExportFormat format : ExportFormat.values()) {
            actions.add(new AuditExport(format, out -> trail.export(filter, format, out, asker)));
        }
        actions.addClassName("audit-actions");
        Div head = new Div(new H1(getTranslation("audit.title")), actions);
        head.addClassName("view-head");
        progress.getElement().setAttribute("aria-label", getTranslation("audit.checking"));
        progress.setVisible(false);
        proof.addClassName("audit-proof");
        proof.getElement().setAttribute("role", "status");
        add(
                head,
                new Paragraph(getTranslation("audit.purpose")),
                progress,
                proof,
                new AuditFilters(this::show),
                grid);
    }

    private void show(AuditFilter wanted) {
        filter = wanted;
        grid.getDataProvider().refreshAll();
    }

    private void checkChain() {
        UI ui = UI.getCurrent();
        Asker asker = signedIn.asker();
        showRunning(true);
        Thread.ofVirtual().name("audit-check").start(() -> walk(asker, ui));
    }

    private void walk(Asker asker, UI ui) {
        try {
            ChainReport report =
                    trail.verify(share -> ui.access(() -> progress.setValue(share)), asker);
            ui.access(() -> show(report));
        } catch (RuntimeException e) {
            LOG.error("The audit log could not be checked", e);
            ui.access(() -> {
                showRunning(false);
                Toast.failed(getTranslation("audit.check.failed"));
            });
        }
    }

    private void show(ChainReport report) {
        showRunning(false);
        proof.removeAll();
        proof.add(new ChainProof(report));
    }

    private void showRunning(boolean running) {
        check.setEnabled(!running);
        progress.setValue(0);
        progress.setVisible(running);
    }
}
