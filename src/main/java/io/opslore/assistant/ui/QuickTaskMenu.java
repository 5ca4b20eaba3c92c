package io.opslore.assistant.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import io.opslore.assistant.quick.QuickTask;
import java.util.List;
import java.util.function.Consumer;

/** Below the question: prepared ones. Not there where none is for this person. */
final class QuickTaskMenu extends MenuBar {

    private final Consumer<QuickTask> chosen;

    QuickTaskMenu(Consumer<QuickTask> chosen) {
        this.chosen = chosen;
        addClassName("quick-tasks");
        addThemeVariants(MenuBarVariant.TERTIARY);
        setVisible(false);
    }

    void show(List<QuickTask> tasks) {
        removeAll();
        setVisible(!tasks.isEmpty());
        if (!tasks.isEmpty()) {
            Icon bolt = VaadinIcon.BOLT.create();
            bolt.getElement().setAttribute("aria-hidden", "true");
            MenuItem menu = addItem(bolt);
            menu.add(new Span(getTranslation("quick.menu")));
            tasks.forEach(task ->
                    menu.getSubMenu()
                            .addItem(QuickTaskText.title(task), click -> chosen.accept(task)));
        }
    }
}
