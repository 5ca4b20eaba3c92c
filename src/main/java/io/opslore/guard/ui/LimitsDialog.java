package io.opslore.guard.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.opslore.guard.Limit;
import io.opslore.guard.LimitRow;
import io.opslore.guard.LimitValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Sets all limits of one person or role, or the default. */
final class LimitsDialog extends Dialog {

    private final Consumer<List<LimitValue>> save;
    private final List<LimitField> fields;

    LimitsDialog(LimitRow row, Consumer<List<LimitValue>> save) {
        this.save = save;
        fields = Arrays.stream(Limit.values()).map(limit -> new LimitField(row, limit)).toList();
        layOut(row);
    }

    private void layOut(LimitRow row) {
        setHeaderTitle(getTranslation("limits.edit", HolderText.name(row)));
        Button cancel = new Button(getTranslation("kit.cancel"), click -> close());
        Button keep = new Button(getTranslation("kit.save"), click -> save());
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        Div content = new Div();
        content.addClassName("limit-fields");
        fields.forEach(content::add);
        add(content);
        getFooter().add(cancel, keep);
    }

    private void save() {
        // Each is asked, so that all that are wrong say so.
        if (fields.stream().filter(field -> !field.isSensible()).count() == 0) {
            save.accept(fields.stream().map(LimitField::value).flatMap(Optional::stream).toList());
            close();
        }
    }
}
