package io.opslore.backup.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opslore.backup.Backup;
import io.opslore.backup.BackupFailed;
import io.opslore.backup.BackupRequest;
import io.opslore.backup.Backups;
import io.opslore.backup.Made;
import io.opslore.backup.Progress;
import io.opslore.backup.Verdict;
import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.identity.SignedIn;
import io.opslore.kit.EmptyState;
import io.opslore.kit.FileSize;
import io.opslore.kit.Toast;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The backups that there are, whether they can be restored, and the way to make one now. */
@Route("admin/backups")
@Menu(title = "Backups", order = 89, icon = "vaadin:archive")
@RolesAllowed(SignedIn.USER)
@NeedsPermission(Permission.BACKUP_MANAGE)
class BackupsView extends Div implements HasDynamicTitle {

    private final Backups backups;
    private final SignedIn signedIn;
    private final Button make = new Button(getTranslation("backups.make"), click -> make());
    private final ProgressBar progress = new ProgressBar();
    private final Span stage = new Span();
    private final Div working = new Div(stage, progress);
    private final Div list = new Div();

    BackupsView(Backups backups, SignedIn signedIn) {
        this.backups = backups;
        this.signedIn = signedIn;
        layOut();
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("backups.title") + " · OpsLore";
    }

    private void layOut() {
        addClassNames("admin-page", "backups-view");
        make.addThemeVariants(ButtonVariant.PRIMARY);
        Div head = new Div(new H1(getTranslation("backups.title")), make);
        head.addClassName("view-head");
        working.addClassName("backups-working");
        working.getElement().setAttribute("role", "status");
        progress.getElement().setAttribute("aria-label", getTranslation("backups.working"));
        working.setVisible(false);
        list.addClassName("backups-list");
        add(head, new Paragraph(getTranslation("backups.purpose")), working, list);
    }

    private void show() {
        list.removeAll();
        String target = backups.target(signedIn.asker());
        make.setEnabled(!target.isEmpty());
        if (target.isEmpty()) {
            list.add(empty(VaadinIcon.ARCHIVE, "backups.noTarget"));
            return;
        }
        try {
            List<Backup> all = backups.list(signedIn.asker());
            if (all.isEmpty()) {
                list.add(empty(VaadinIcon.ARCHIVE, "backups.none"));
            } else {
                list.add(new BackupCards(all, this::verify), new RestoreHelp(all.getFirst()));
            }
        } catch (BackupFailed e) {
            list.add(
                    new EmptyState(
                            VaadinIcon.WARNING,
                            getTranslation("backups.unreachable"),
                            String.valueOf(e.getMessage())));
        }
    }

    private EmptyState empty(VaadinIcon icon, String key) {
        return new EmptyState(icon, getTranslation(key), getTranslation(key + ".hint"));
    }

    private void make() {
        Asker asker = signedIn.asker();
        inBackground(
                heard -> backups.make(BackupRequest.AS_SET, heard, asker),
                (Made made) ->
                        Toast.done(
                                getTranslation(
                                        "backups.made", made.name(), FileSize.text(made.bytes()))));
    }

    private void verify(Backup backup) {
        Asker asker = signedIn.asker();
        inBackground(
                heard -> backups.verify(backup.where(), null, heard, asker),
                (Verdict verdict) -> {
                    if (verdict.isGood()) {
                        Toast.done(getTranslation("backups.verified", backup.name()));
                    } else {
                        Toast.failed(getTranslation("backups.damaged", verdict.fault()));
                    }
                });
    }

    private <T> void inBackground(BackgroundWork.Work<T> work, Consumer<T> done) {
        showWorking(true);
        new BackgroundWork(UI.getCurrent())
                .begin(
                        work,
                        this::showAt,
                        result -> end(() -> done.accept(result)),
                        why -> end(() -> Toast.failed(getTranslation("backups.failed", why))));
    }

    private void end(Runnable tell) {
        showWorking(false);
        tell.run();
        show();
    }

    private void showAt(Progress.Step step) {
        String at = step.stage().name().toLowerCase(Locale.ROOT);
        String size = step.bytes() == 0 ? "" : " · " + FileSize.text(step.bytes());
        stage.setText(getTranslation("backups.stage." + at) + size);
        progress.setIndeterminate(step.total() == 0);
        if (step.total() > 0) {
            progress.setValue(Math.clamp((double) step.done() / step.total(), 0, 1));
        }
    }

    private void showWorking(boolean is) {
        make.setEnabled(!is);
        list.getElement().setAttribute("aria-busy", String.valueOf(is));
        list.getChildren()
                .filter(BackupCards.class::isInstance)
                .forEach(cards -> ((BackupCards) cards).setBusy(is));
        stage.setText(getTranslation("backups.working"));
        progress.setIndeterminate(true);
        working.setVisible(is);
    }
}
