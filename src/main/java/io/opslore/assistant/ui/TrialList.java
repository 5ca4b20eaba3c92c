package io.opslore.assistant.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.opslore.assistant.trial.ModelTrial;
import io.opslore.assistant.trial.ModelTrials;
import io.opslore.identity.SignedIn;
import java.util.function.BiConsumer;

/** The trials, the newest first, some at a time. */
final class TrialList extends Div {

    private static final int PAGE = 10;

    private final ModelTrials trials;
    private final SignedIn signedIn;
    private final BiConsumer<ModelTrial, TrialIntent> act;
    private int shown = PAGE;

    TrialList(ModelTrials trials, SignedIn signedIn, BiConsumer<ModelTrial, TrialIntent> act) {
        this.trials = trials;
        this.signedIn = signedIn;
        this.act = act;
        addClassName("trials");
    }

    void show() {
        removeAll();
        trials.all(0, shown, signedIn.asker()).forEach(trial -> add(new TrialCard(trial, act)));
        int all = trials.count(signedIn.asker());
        if (all == 0) {
            Paragraph nothing = new Paragraph(getTranslation("upgrade.trials.nothing"));
            nothing.addClassName("secondary");
            add(nothing);
        } else if (all > shown) {
            add(new Button(getTranslation("upgrade.trials.more"), click -> more()));
        }
    }

    private void more() {
        shown += PAGE;
        show();
    }
}
