package io.opslore.identity.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import io.opslore.identity.ClaimRule;
import io.opslore.identity.Grantee;
import io.opslore.identity.RuleGifts.Gift;
import io.opslore.kit.IconButton;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One rule, as it is being written. */
class RuleRow extends Div {

    private final TextField claim = new TextField(getTranslation("providers.rule.claim"));
    private final TextField wanted = new TextField(getTranslation("providers.rule.wanted"));
    private final ComboBox<Gift> gives = new ComboBox<>(getTranslation("providers.rule.gives"));

    RuleRow(List<Gift> gifts, Optional<ClaimRule> rule, Consumer<RuleRow> remove) {
        addClassName("rule-row");
        claim.setPlaceholder("realm_access.roles");
        claim.setMaxLength(500);
        wanted.setPlaceholder("platform-*");
        wanted.setMaxLength(500);
        gives.setItems(gifts);
        gives.setItemLabelGenerator(this::label);
        rule.ifPresent(given -> show(given, gifts));
        add(
                claim,
                wanted,
                gives,
                new IconButton(
                        VaadinIcon.CLOSE_SMALL,
                        getTranslation("providers.rule.remove"),
                        () -> remove.accept(this)));
    }

    /** Empty, and marked, where something is missing. */
    Optional<ClaimRule> rule() {
        String path = claim.getValue().strip();
        String value = wanted.getValue().strip();
        @Nullable Gift gift = gives.getValue();
        claim.setInvalid(path.isEmpty());
        wanted.setInvalid(value.isEmpty());
        gives.setInvalid(gift == null);
        return path.isEmpty() || value.isEmpty() || gift == null
                ? Optional.empty()
                : Optional.of(new ClaimRule(path, value, gift.grantee()));
    }

    private void show(ClaimRule rule, List<Gift> gifts) {
        claim.setValue(rule.claim());
        wanted.setValue(rule.wanted());
        gifts.stream()
                .filter(gift -> gift.grantee().equals(rule.gives()))
                .findFirst()
                .ifPresent(gives::setValue);
    }

    private String label(Gift gift) {
        return switch (gift.grantee()) {
            case Grantee.Holders role -> getTranslation("providers.gift.role", gift.name());
            case Grantee.Members group -> getTranslation("providers.gift.group", gift.name());
            case Grantee.Person person -> gift.name();
        };
    }
}
