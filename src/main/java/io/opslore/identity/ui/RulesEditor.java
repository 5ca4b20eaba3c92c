package io.opslore.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.identity.ClaimRule;
import io.opslore.identity.RuleGifts.Gift;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who has what in a claim gets which role or group. */
class RulesEditor extends Div {

    private final List<Gift> gifts;
    private final List<RuleRow> rows = new ArrayList<>();
    private final Div list = new Div();

    RulesEditor(List<Gift> gifts, List<ClaimRule> rules) {
        this.gifts = gifts;
        addClassName("rules-editor");
        Button more =
                new Button(
                        getTranslation("providers.rules.add"),
                        new Icon(VaadinIcon.PLUS),
                        click -> add(Optional.empty()));
        more.addThemeVariants(ButtonVariant.TERTIARY);
        add(
                new H3(getTranslation("providers.rules")),
                new Paragraph(getTranslation("providers.rules.hint")),
                list,
                more);
        rules.forEach(rule -> add(Optional.of(rule)));
    }

    /** Empty where a rule lacks something, which is then marked. */
    Optional<List<ClaimRule>> rules() {
        List<Optional<ClaimRule>> all = rows.stream().map(RuleRow::rule).toList();
        return all.stream().allMatch(Optional::isPresent)
                ? Optional.of(all.stream().flatMap(Optional::stream).toList())
                : Optional.empty();
    }

    private void add(Optional<ClaimRule> rule) {
        RuleRow row = new RuleRow(gifts, rule, this::remove);
        rows.add(row);
        list.add(row);
    }

    private void remove(RuleRow row) {
        rows.remove(row);
        list.remove(row);
    }
}
