package io.opslore.library.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.identity.AccountId;
import io.opslore.identity.Directory;
import io.opslore.identity.Grantee;
import io.opslore.library.Explanation;
import io.opslore.library.NotFound;
import java.util.EnumSet;
import java.util.function.Function;

/** Answers why somebody can or cannot see something. */
final class WhyDialog extends Dialog {

    private final Function<AccountId, Explanation> why;
    private final AccessActions actions;
    private final Div answer = new Div();

    private WhyDialog(String name, Function<AccountId, Explanation> why, AccessActions actions) {
        this.why = why;
        this.actions = actions;
        setHeaderTitle(getTranslation("access.why.title", name));
        addClassName("why-dialog");
        answer.addClassName("why");
        answer.getElement().setAttribute("role", "status");
        getFooter().add(new Button(getTranslation("kit.close"), click -> close()));
    }

    /** About whomever the reader chooses. */
    static WhyDialog ofOthers(
            String name, Function<AccountId, Explanation> why, AccessActions actions) {
        var dialog = new WhyDialog(name, why, actions);
        var picker =
                new GranteePicker(actions, EnumSet.of(Directory.Kind.PERSON), "access.why.choose");
        picker.setWidthFull();
        picker.addValueChangeListener(change -> dialog.explain(change.getValue()));
        Div fields = new Div(picker, dialog.answer);
        fields.addClassName("dialog-fields");
        dialog.add(fields);
        return dialog;
    }

    /** About the reader. */
    static WhyDialog ofOneself(
            String name, Function<AccountId, Explanation> why, AccessActions actions) {
        var dialog = new WhyDialog(name, why, actions);
        dialog.add(dialog.answer);
        dialog.explain(actions.asker().id());
        return dialog;
    }

    private void explain(Directory.@org.jspecify.annotations.Nullable Named chosen) {
        answer.removeAll();
        if (chosen != null && chosen.grantee() instanceof Grantee.Person(AccountId id)) {
            explain(id);
        }
    }

    private void explain(AccountId person) {
        try {
            show(new WhyText(why.apply(person), actions));
        } catch (NotFound gone) {
            answer.add(new Paragraph(getTranslation("access.refused")));
        }
    }

    private void show(WhyText text) {
        Icon sign = new Icon(text.sees() ? VaadinIcon.CHECK_CIRCLE_O : VaadinIcon.LOCK);
        sign.getElement().setAttribute("aria-hidden", "true");
        Div verdict = new Div(sign, new Span(text.verdict()));
        verdict.addClassNames("verdict", text.sees() ? "open" : "closed");
        UnorderedList reasons = new UnorderedList();
        text.reasons().forEach(reason -> reasons.add(new ListItem(reason)));
        answer.add(verdict, reasons);
    }
}
