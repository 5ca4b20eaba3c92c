package io.opslore.operations.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.dom.Style;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.identity.SignedIn;
import io.opslore.kit.EmptyState;
import io.opslore.kit.Toast;
import io.opslore.operations.Verification;
import io.opslore.operations.VerificationReport;
import jakarta.annotation.security.RolesAllowed;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether PostgreSQL, the original files and the index agree, and the way to repair it. */
@Route("admin/verify")
@Menu(title = "Verify", order = 90, icon = "vaadin:check-square-o")
@RolesAllowed(SignedIn.USER)
@NeedsPermission(Permission.STORE_VERIFY)
class VerifyView extends Div implements HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(VerifyView.class);

    private final Verification verification;
    private final SignedIn signedIn;
    private final Button check = new Button(getTranslation("verify.check"), click -> check());
    private final Checkbox everyByte = new Checkbox(getTranslation("verify.everyByte"), true);
    private final ProgressBar progress = new ProgressBar();
    private final Div outcome = new Div();

    VerifyView(Verification verification, SignedIn signedIn) {
        this.verification = verification;
        this.signedIn = signedIn;
        layOut();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("verify.title") + " · OpsLore";
    }

    private void layOut() {
        addClassName("verify-view");
        check.addThemeVariants(ButtonVariant.PRIMARY);
        Div head = new Div(new H1(getTranslation("verify.title")), check);
        head.addClassName("view-head");
        progress.addClassName("verify-progress");
        progress.getElement().setAttribute("aria-label", getTranslation("verify.running"));
        outcome.getElement().setAttribute("role", "status");
        add(head, new Paragraph(getTranslation("verify.purpose")), everyByte, progress, outcome);
        showRunning(false);
        outcome.add(
                new EmptyState(
                        VaadinIcon.SEARCH,
                        getTranslation("verify.notYet"),
                        getTranslation("verify.notYet.hint")));
    }

    private void check() {
        boolean thorough = everyByte.getValue();
        Asker asker = signedIn.asker();
        inBackground(share -> verification.verify(thorough, share, asker));
    }

    private void repair(VerificationReport found) {
        Asker asker = signedIn.asker();
        inBackground(share -> verification.repair(found, share, asker));
    }

    private void inBackground(Work work) {
        UI ui = UI.getCurrent();
        showRunning(true);
        Thread.ofVirtual().name("verify").start(() -> run(work, ui));
    }

    private void run(Work work, UI ui) {
        try {
            VerificationReport report =
                    work.run(share -> ui.access(() -> progress.setValue(share)));
            ui.access(() -> show(report));
        } catch (Verification.AlreadyRunning e) {
            ui.access(() -> showFailure("verify.alreadyRunning"));
        } catch (InterruptedException | RuntimeException e) {
            LOG.error("The stores could not be verified", e);
            ui.access(() -> showFailure("verify.failed"));
        }
    }

    private void show(VerificationReport report) {
        showRunning(false);
        outcome.removeAll();
        outcome.add(report.isClean() ? clean() : new Differences(report, this::confirmRepair));
    }

    private EmptyState clean() {
        return new EmptyState(
                VaadinIcon.CHECK_CIRCLE_O,
                getTranslation("verify.clean"),
                getTranslation("verify.clean.hint"));
    }

    private void showFailure(String message) {
        showRunning(false);
        Toast.failed(getTranslation(message));
    }

    private void showRunning(boolean running) {
        check.setEnabled(!running);
        everyByte.setEnabled(!running);
        outcome.getElement().setAttribute("aria-busy", String.valueOf(running));
        progress.setValue(0);
        progress.getStyle()
                .setVisibility(running ? Style.Visibility.VISIBLE : Style.Visibility.HIDDEN);
    }

    private void confirmRepair(VerificationReport report) {
        ConfirmDialog dialog =
                new ConfirmDialog(
                        getTranslation("verify.repair.title"),
                        getTranslation("verify.repair.text", report.repairable()),
                        getTranslation("verify.repair"),
                        confirmed -> repair(report));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("kit.cancel"));
        dialog.open();
    }

    private interface Work {
        VerificationReport run(Consumer<Double> progress) throws InterruptedException;
    }
}
