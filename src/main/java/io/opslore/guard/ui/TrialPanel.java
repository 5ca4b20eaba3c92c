package io.opslore.guard.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.opslore.guard.MaskedSecret;
import io.opslore.guard.MaskingRules;
import io.opslore.guard.Trial;
import io.opslore.identity.SignedIn;

/** Shows what would become of a text, so that a rule can be tried before it is believed. */
final class TrialPanel extends Div {

    private static final int LONGEST = 20_000;

    private final MaskingRules rules;
    private final SignedIn signedIn;
    private final TextArea text = new TextArea();
    private final TextField fileName = new TextField();
    private final Div outcome = new Div();

    TrialPanel(MaskingRules rules, SignedIn signedIn) {
        this.rules = rules;
        this.signedIn = signedIn;
        layOut();
    }

    private void layOut() {
        addClassName("masking-trial");
        text.setLabel(getTranslation("masking.try.text"));
        text.setPlaceholder("password: correct-horse-7\nAuthorization: Bearer eyJhbGciOi…");
        text.setHelperText(getTranslation("masking.try.kept"));
        text.setMaxLength(LONGEST);
        text.setMinRows(5);
        text.setMaxRows(14);
        text.setWidthFull();
        fileName.setLabel(getTranslation("masking.try.file"));
        fileName.setPlaceholder("values.yaml");
        fileName.setMaxLength(200);
        var go = new Button(getTranslation("masking.try.go"), click -> show());
        go.addThemeVariants(ButtonVariant.PRIMARY);
        Div controls = new Div(fileName, go);
        controls.addClassName("admin-toolbar");
        outcome.getElement().setAttribute("role", "status");
        add(text, controls, outcome);
    }

    private void show() {
        outcome.removeAll();
        if (text.getValue().isBlank()) {
            text.focus();
            return;
        }
        Trial trial = rules.trial(text.getValue(), fileName.getValue().strip(), signedIn.asker());
        if (trial.found().isEmpty()) {
            outcome.add(new Paragraph(getTranslation("masking.try.nothing")));
            return;
        }
        var masked = new Pre(trial.masked());
        masked.addClassName("masking-outcome");
        var list = new UnorderedList();
        trial.found().forEach(found -> list.add(item(found)));
        outcome.add(
                new Paragraph(getTranslation("masking.try.found", trial.found().size())),
                masked,
                list);
    }

    private ListItem item(Trial.Found found) {
        MaskedSecret secret = found.secret();
        var placeholder = new Span(secret.placeholder());
        placeholder.addClassName("masking-placeholder");
        return new ListItem(
                placeholder,
                new Span(
                        " "
                                + getTranslation("masking.try.line", secret.line())
                                + (secret.name().isEmpty() ? "" : " · " + secret.name())
                                + " · "
                                + getTranslation("masking.try.rule", found.rule())));
    }
}
