package io.opslore.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/** One matter on a person's own page: what it is, why it is there, and what can be done. */
abstract class AccountSection extends Section {

    private final Div content = new Div();

    AccountSection(String name) {
        addClassName("account-section");
        content.addClassName("account-content");
        H2 title = new H2(getTranslation("account." + name + ".title"));
        title.setId("account-" + name);
        getElement().setAttribute("aria-labelledby", "account-" + name);
        Paragraph purpose = new Paragraph(getTranslation("account." + name + ".purpose"));
        purpose.addClassName("secondary");
        add(title, purpose, content);
    }

    /** Where the section's own components are. */
    Div content() {
        return content;
    }
}
