package io.opslore.schedules.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.identity.SignedIn;
import io.opslore.kit.Confirmation;
import io.opslore.kit.EmptyState;
import io.opslore.kit.Toast;
import io.opslore.schedules.JobStanding;
import io.opslore.schedules.Schedules;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** What the portal does by the clock, how it went, and the way to begin it by hand. */
@Route("admin/schedules")
@Menu(title = "Schedules", order = 88, icon = "vaadin:calendar-clock")
@RolesAllowed(SignedIn.USER)
@NeedsPermission(Permission.SCHEDULE_MANAGE)
class SchedulesView extends Div implements HasDynamicTitle {

    private static final int LOOK_AGAIN = 3000;

    private final Schedules schedules;
    private final SignedIn signedIn;
    private final Div cards = new Div();
    private List<JobStanding> shown = List.of();
    private Registration polling = () -> {};

    SchedulesView(Schedules schedules, SignedIn signedIn) {
        this.schedules = schedules;
        this.signedIn = signedIn;
        addClassNames("admin-page", "schedules-view");
        Div head = new Div(new H1(getTranslation("schedules.title")));
        head.addClassName("view-head");
        cards.addClassName("feeds");
        add(head, new Paragraph(getTranslation("schedules.purpose")), cards);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("schedules.title") + " · OpsLore";
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        show();
        ui.setPollInterval(LOOK_AGAIN);
        polling = ui.addPollListener(poll -> refresh());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        detached.getUI().setPollInterval(-1);
        polling.remove();
    }

    private void refresh() {
        if (!schedules.all(signedIn.asker()).equals(shown)) {
            show();
        }
    }

    private void show() {
        shown = schedules.all(signedIn.asker());
        cards.removeAll();
        if (shown.isEmpty()) {
            cards.add(
                    new EmptyState(
                            VaadinIcon.CALENDAR_CLOCK,
                            getTranslation("schedules.none"),
                            getTranslation("schedules.none.hint")));
        }
        shown.forEach(
                job -> cards.add(new ScheduleCard(job, () -> ask(job), () -> openHistory(job))));
    }

    private void ask(JobStanding job) {
        if (job.costly()) {
            Confirmation.ask(
                    getTranslation("schedules.runNow.ask", RunText.title(job)),
                    getTranslation("schedules.job." + job.name() + ".about"),
                    getTranslation("schedules.runNow"),
                    () -> runNow(job));
        } else {
            runNow(job);
        }
    }

    private void runNow(JobStanding job) {
        if (schedules.runNow(job.name(), signedIn.asker())) {
            Toast.done(getTranslation("schedules.begun", RunText.title(job)));
        } else {
            Toast.failed(getTranslation("schedules.notBegun", RunText.title(job)));
        }
        show();
    }

    private void openHistory(JobStanding job) {
        new RunsDialog(RunText.title(job), schedules.runs(job.name(), signedIn.asker())).open();
    }
}
