package io.opslore.assistant.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.opslore.assistant.ConversationId;
import io.opslore.assistant.trial.ModelTrial;
import io.opslore.assistant.trial.TrialAnswer;
import java.util.List;

/** Question by question what both models said, each a way to the whole answer. */
final class TrialAnswersDialog extends Dialog {

    private final ModelTrial trial;

    TrialAnswersDialog(ModelTrial trial, List<TrialAnswer> answers) {
        this.trial = trial;
        setHeaderTitle(trial.present() + " → " + trial.candidate());
        setWidth("52rem");
        setMaxWidth("96vw");
        Div list = new Div();
        list.addClassName("trials");
        answers.stream()
                .map(TrialAnswer::position)
                .distinct()
                .forEach(position ->
                        list.add(
                                question(
                                        answers.stream()
                                                .filter(it -> it.position() == position)
                                                .toList())));
        add(list);
        Button close = new Button(getTranslation("upgrade.close"), click -> close());
        getFooter().add(close);
    }

    private Article question(List<TrialAnswer> answers) {
        H3 question = new H3(answers.getFirst().question());
        question.addClassName("trial-question");
        Article card = new Article(question);
        card.addClassName("server-card");
        answers.forEach(answer -> card.add(side(answer)));
        return card;
    }

    private Div side(TrialAnswer answer) {
        Span facts =
                new Span(
                        getTranslation(
                                "upgrade.side",
                                getTranslation("upgrade.outcome." + answer.outcome().name()),
                                answer.citations(),
                                answer.unsupported(),
                                answer.elapsed().toSeconds()));
        facts.addClassName("secondary");
        Div side = new Div(model(answer), facts);
        side.addClassName("server-card-head");
        return side;
    }

    private Component model(TrialAnswer answer) {
        String model = answer.ofCandidate() ? trial.candidate() : trial.present();
        ConversationId conversation = answer.conversation();
        return conversation == null
                ? new Span(model)
                : new Anchor(ConversationLink.to(conversation), model, AnchorTarget.BLANK);
    }
}
