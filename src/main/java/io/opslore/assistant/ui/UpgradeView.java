package io.opslore.assistant.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opslore.assistant.trial.ModelSwitching;
import io.opslore.assistant.trial.ModelTrial;
import io.opslore.assistant.trial.ModelTrials;
import io.opslore.assistant.trial.SavedQuestions;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.identity.SignedIn;
import io.opslore.kit.Confirmation;
import io.opslore.kit.Toast;
import io.opslore.models.ModelTask;
import jakarta.annotation.security.RolesAllowed;

/** Trying a model with saved questions before it takes over, and the way back. */
@Route("admin/model-upgrade")
@Menu(title = "Upgrade", order = 46, icon = "vaadin:scale")
@RolesAllowed(SignedIn.USER)
@NeedsPermission(Permission.MODEL_MANAGE)
class UpgradeView extends Div implements HasDynamicTitle {

    private final ModelTrials trials;
    private final ModelSwitching switching;
    private final SignedIn signedIn;
    private final TrialStart start;
    private final TrialList list;
    private Runnable subscription = () -> {};

    UpgradeView(
            ModelTrials trials,
            ModelSwitching switching,
            SavedQuestions questions,
            SignedIn signedIn) {
        this.trials = trials;
        this.switching = switching;
        this.signedIn = signedIn;
        var saved = new SavedQuestionsPanel(questions, signedIn);
        this.start = new TrialStart(trials, signedIn, saved::show, this::start);
        this.list = new TrialList(trials, signedIn, this::act);
        layOut(saved);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("upgrade.title") + " · OpsLore";
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        subscription = trials.subscribe(signedIn.asker(), () -> ui.access(list::show));
        list.show();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        subscription.run();
    }

    private void layOut(SavedQuestionsPanel saved) {
        addClassNames("admin-page", "server-view");
        Div head = new Div(new H1(getTranslation("upgrade.title")));
        head.addClassName("view-head");
        Section past = new Section(new H2(getTranslation("upgrade.trials")), list);
        past.addClassName("server-section");
        Paragraph hint = new Paragraph(getTranslation("upgrade.hint"));
        hint.addClassName("secondary");
        add(head, hint, start, saved, past);
    }

    private void start(ModelTask task, String candidate) {
        ModelTrials.Begun begun = trials.start(task, candidate, signedIn.asker());
        if (begun != ModelTrials.Begun.YES) {
            Toast.failed(getTranslation("upgrade.begun." + begun.name()));
        }
        list.show();
    }

    private void act(ModelTrial trial, TrialIntent intent) {
        switch (intent) {
            case STOP -> trials.stop(trial, signedIn.asker());
            case READ ->
                    new TrialAnswersDialog(trial, trials.answers(trial.id(), signedIn.asker()))
                            .open();
            case SWITCH ->
                    Confirmation.ask(
                            getTranslation("upgrade.switch.ask", trial.candidate()),
                            getTranslation("upgrade.switch.text", trial.present()),
                            getTranslation("upgrade.switch"),
                            () -> told(switching.switchTo(trial.id(), signedIn.asker())));
            case ROLL_BACK -> told(switching.rollBack(trial.id(), signedIn.asker()));
        }
    }

    private void told(boolean done) {
        if (!done) {
            Toast.failed(getTranslation("upgrade.overtaken"));
        }
        start.refresh();
        list.show();
    }
}
