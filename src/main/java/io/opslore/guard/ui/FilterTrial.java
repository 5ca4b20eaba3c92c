package io.opslore.guard.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.opslore.guard.FilterFinding;
import io.opslore.guard.Filtered;
import io.opslore.identity.Role;
import io.opslore.kit.StateBadge;
import io.opslore.kit.StateBadge.Tone;
import java.util.List;
import java.util.function.BiFunction;

/** Shows what would become of a question, without asking it. */
final class FilterTrial extends Div {

    private final BiFunction<String, Role, List<FilterFinding>> tryOut;
    private final TextArea question = new TextArea();
    private final Select<Role> role = new Select<>();
    private final Div result = new Div();

    FilterTrial(List<Role> roles, BiFunction<String, Role, List<FilterFinding>> tryOut) {
        this.tryOut = tryOut;
        question.setLabel(getTranslation("filters.try.question"));
        question.setValueChangeMode(ValueChangeMode.LAZY);
        question.setMinRows(2);
        question.setMaxRows(6);
        question.addValueChangeListener(change -> again());
        role.setLabel(getTranslation("filters.try.role"));
        role.setItems(roles);
        role.setItemLabelGenerator(Role::key);
        role.setValue(roles.contains(Role.READER) ? Role.READER : roles.getFirst());
        role.addValueChangeListener(change -> again());
        result.addClassName("trial-result");
        result.getElement().setAttribute("role", "status");
        addClassName("filter-panel");
        add(
                new H2(getTranslation("filters.try")),
                new Paragraph(getTranslation("filters.try.hint")),
                question,
                role,
                result);
    }

    /** Tries the question once more: a rule may be another by now. */
    void again() {
        result.removeAll();
        if (question.getValue().isBlank()) {
            return;
        }
        List<FilterFinding> findings = tryOut.apply(question.getValue(), role.getValue());
        result.add(verdict(Filtered.of(findings)));
        findings.forEach(finding -> result.add(line(finding)));
    }

    private StateBadge verdict(Filtered filtered) {
        return switch (filtered) {
            case Filtered.Blocked blocked ->
                    new StateBadge(Tone.BAD, getTranslation("filters.try.blocked"));
            case Filtered.Warned warned ->
                    new StateBadge(Tone.WARNING, getTranslation("filters.try.warned"));
            case Filtered.Passed passed ->
                    new StateBadge(Tone.GOOD, getTranslation("filters.try.passed"));
        };
    }

    private static Div line(FilterFinding finding) {
        String name = finding.isShipped() ? FilterText.sign(finding.rule()) : finding.name();
        Div line = new Div(new Span(FilterText.action(finding.action()) + ": " + name));
        line.addClassName("trial-finding");
        return line;
    }
}
