package io.opslore.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.List;

/** A page by which the portal is looked after, beside the list of all of them. */
class AdminFrame extends Div {

    AdminFrame(List<MenuEntry> entries, Component page) {
        addClassName("admin-frame");
        var nav = new Nav();
        nav.addClassName("admin-nav");
        nav.getElement().setAttribute("aria-label", getTranslation("shell.admin"));
        for (MenuEntry entry : entries) {
            RouterLink link = MenuEntries.link(entry);
            boolean here = page.getClass().equals(entry.menuClass());
            link.getElement().setAttribute("aria-current", here ? "page" : "false");
            if (here) {
                // On a phone the list is a strip, of which a part is seen.
                link.addAttachListener(attached -> link.scrollIntoView());
            }
            nav.add(link);
        }
        add(nav, page);
    }
}
