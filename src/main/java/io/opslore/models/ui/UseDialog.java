package io.opslore.models.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.opslore.identity.Role;
import io.opslore.models.ModelUse;
import java.util.List;
import java.util.Set;

/** Says who may use one model: everybody, or some roles. */
final class UseDialog extends Dialog {

    private final Save save;
    private final RadioButtonGroup<Boolean> forAll = new RadioButtonGroup<>();
    private final CheckboxGroup<Role> roles = new CheckboxGroup<>();

    /** What is done with the choice. */
    interface Save {

        void open();

        void keep(Set<Role> roles);
    }

    UseDialog(ModelUse use, List<Role> all, Save save) {
        this.save = save;
        setHeaderTitle(getTranslation("models.uses.edit", use.model()));
        forAll.setItems(true, false);
        forAll.setItemLabelGenerator(
                it -> getTranslation(it ? "models.uses.everybody" : "models.uses.some"));
        forAll.setValue(use.roles().isEmpty());
        forAll.addValueChangeListener(change -> roles.setVisible(!change.getValue()));
        roles.setItems(all);
        roles.setItemLabelGenerator(UseSection::name);
        roles.setHelperText(getTranslation("models.uses.some.hint"));
        roles.setValue(use.roles().orElse(Set.of()));
        roles.setVisible(use.roles().isPresent());
        Div content = new Div(forAll, roles);
        content.addClassName("model-fields");
        add(content);
        Button keep = new Button(getTranslation("kit.save"), click -> save());
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("kit.cancel"), click -> close()), keep);
    }

    private void save() {
        if (forAll.getValue()) {
            save.open();
        } else {
            save.keep(roles.getValue());
        }
        close();
    }
}
