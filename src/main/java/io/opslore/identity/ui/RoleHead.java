package io.opslore.identity.ui;

import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.identity.RoleInfo;
import io.opslore.kit.IconButton;
import java.util.function.BiConsumer;

/** What stands above a role's column: its name, who holds it, and what can be done with it. */
final class RoleHead extends Div {

    /** What can be done with a role as a whole. */
    enum Intent {
        EDIT("roles.edit"),
        RESET("roles.reset"),
        DELETE("roles.delete");

        private final String key;

        Intent(String key) {
            this.key = key;
        }
    }

    private final RoleInfo role;
    private final BiConsumer<RoleInfo, Intent> act;

    RoleHead(RoleInfo role, BiConsumer<RoleInfo, Intent> act) {
        this.role = role;
        this.act = act;
        addClassName("role-head");
        Span name = new Span(Wording.role(role));
        name.addClassName("long");
        name.setTitle(Wording.role(role) + "\n" + Wording.description(role));
        Div first = new Div(name);
        first.addClassName("role-head-name");
        Span holders = new Span(getTranslation("roles.people", role.people()));
        holders.addClassName("secondary");
        add(first, holders);
        if (role.groups() > 0) {
            Span groups = new Span(getTranslation("roles.groups", role.groups()));
            groups.addClassName("secondary");
            add(groups);
        }
        if (role.isFixed()) {
            Span fixed = new Span(getTranslation("roles.fixed"));
            fixed.addClassName("secondary");
            add(fixed);
        } else if (!role.standard()) {
            first.add(menu());
        }
    }

    private IconButton menu() {
        IconButton button =
                new IconButton(
                        VaadinIcon.ELLIPSIS_DOTS_V,
                        getTranslation("roles.actions", Wording.role(role)),
                        () -> {});
        ContextMenu menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        if (role.called().builtIn()) {
            item(menu, Intent.RESET);
        } else {
            item(menu, Intent.EDIT);
            item(menu, Intent.DELETE);
        }
        return button;
    }

    private void item(ContextMenu menu, Intent intent) {
        menu.addItem(getTranslation(intent.key), click -> act.accept(role, intent));
    }
}
