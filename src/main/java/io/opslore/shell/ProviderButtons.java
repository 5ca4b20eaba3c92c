package io.opslore.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.opslore.identity.SignInChoices.Choice;
import java.util.List;

/** A button for each other place to sign in. */
class ProviderButtons extends Div {

    /**
     * @param beside whether they stand below the local form
     */
    ProviderButtons(List<Choice> choices, boolean beside) {
        addClassName("provider-buttons");
        if (beside) {
            Span or = new Span(getTranslation("signin.or"));
            or.addClassName("provider-or");
            add(or);
        }
        choices.forEach(choice -> add(button(choice)));
    }

    private Anchor button(Choice choice) {
        String text = getTranslation("signin.provider", choice.name());
        var button = new Anchor(ProviderSignIn.BEGIN + choice.id().value(), text);
        button.addClassName("provider-button");
        button.setTitle(text);
        button.setRouterIgnore(true);
        return button;
    }
}
