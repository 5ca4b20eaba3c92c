package io.opslore.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.tabs.TabSheetVariant;
import io.opslore.identity.Group;
import io.opslore.identity.GroupText;
import java.util.function.Function;

/** All about a group, and what can be changed. */
final class GroupDialog extends Dialog {

    private final GroupDesk desk;
    private final Runnable changed;

    /**
     * @param changed runs after each change
     */
    GroupDialog(
            GroupDesk desk,
            Group group,
            Function<Group, Component> members,
            Function<Group, Component> rights,
            Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        setHeaderTitle(group.name());
        addClassNames("people-dialog", "person-dialog");
        setWidth("36rem");
        setHeight("min(38rem, 90vh)");
        TabSheet tabs = new TabSheet();
        tabs.add(getTranslation("groups.tab.members"), members.apply(group));
        tabs.add(getTranslation("groups.tab.roles"), rights.apply(group));
        tabs.add(getTranslation("groups.tab.text"), text(group));
        tabs.addThemeVariants(TabSheetVariant.AURA_NO_BORDER, TabSheetVariant.NO_PADDING);
        tabs.setSizeFull();
        add(tabs);
        Button delete =
                new Button(
                        getTranslation("groups.delete"),
                        click -> desk.askToDelete(desk.group(group.id()), this::deleted));
        delete.addThemeVariants(ButtonVariant.ERROR);
        getFooter().add(delete, new Button(getTranslation("kit.close"), click -> close()));
    }

    private void deleted() {
        changed.run();
        close();
    }

    private Div text(Group group) {
        var fields = new TextFields(new TextFields.Text(group.name(), group.description()));
        Button save = new Button(getTranslation("kit.save"), click -> save(fields, group));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        fields.add(save);
        return fields;
    }

    private void save(TextFields fields, Group group) {
        desk.describe(group, new GroupText(fields.text().name(), fields.text().description()));
        changed.run();
        close();
    }
}
