package io.opslore.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;

/** Lets somebody who is not signed in choose the language for this session. */
class LanguageLinks extends Div {

    LanguageLinks() {
        addClassName("language-links");
        Languages.ALL.forEach(language -> add(link(language)));
    }

    private Button link(Locale language) {
        var button = new Button(language.getDisplayLanguage(language), click -> choose(language));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.getElement().setAttribute("lang", language.getLanguage());
        button.setEnabled(!language.getLanguage().equals(getLocale().getLanguage()));
        return button;
    }

    private void choose(Locale language) {
        VaadinSession.getCurrent().setLocale(language);
        getUI().ifPresent(ui -> ui.getPage().reload());
    }
}
