package io.opslore.assistant.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opslore.assistant.quick.QuickTask;
import io.opslore.assistant.quick.QuickTaskEditing;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.identity.SignedIn;
import io.opslore.kit.Confirmation;
import io.opslore.kit.IconButton;
import io.opslore.tools.ToolCalls;
import io.opslore.tools.ToolInfo;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The prepared questions: which there are, what they ask and look up. */
@Route("admin/quick-tasks")
@Menu(title = "Quick tasks", order = 57, icon = "vaadin:bolt")
@RolesAllowed(SignedIn.USER)
@NeedsPermission(Permission.MODEL_MANAGE)
class QuickTasksView extends Div implements HasDynamicTitle {

    private final QuickTaskEditing editing;
    private final Map<String, String> tools;
    private final SignedIn signedIn;
    private final Grid<QuickTask> grid = new Grid<>();

    QuickTasksView(QuickTaskEditing editing, ToolCalls tools, SignedIn signedIn) {
        this.editing = editing;
        this.tools =
                tools.tools(signedIn.asker()).stream()
                        .collect(Collectors.toMap(ToolInfo::name, ToolInfo::title));
        this.signedIn = signedIn;
        layOut();
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("quick.title") + " · OpsLore";
    }

    private void layOut() {
        addClassName("admin-page");
        Button add = new Button(getTranslation("quick.add"), click -> edit(null));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        Div head = new Div(new H1(getTranslation("quick.title")), add);
        head.addClassName("view-head");
        columns();
        add(head, new Paragraph(getTranslation("quick.hint")), grid);
    }

    private void columns() {
        grid.addComponentColumn(this::enabled)
                .setHeader(getTranslation("quick.enabled"))
                .setWidth("5rem")
                .setFlexGrow(0);
        grid.addComponentColumn(task -> text(QuickTaskText.title(task)))
                .setHeader(getTranslation("quick.field.title"))
                .setWidth("12rem")
                .setFlexGrow(2);
        grid.addComponentColumn(task -> text(QuickTaskText.prompt(task)))
                .setHeader(getTranslation("quick.field.prompt"))
                .setWidth("14rem")
                .setFlexGrow(3);
        grid.addComponentColumn(task -> text(tools(task)))
                .setHeader(getTranslation("quick.field.tools"))
                .setWidth("12rem")
                .setFlexGrow(2);
        grid.addComponentColumn(this::actions).setWidth("6rem").setFlexGrow(0);
        grid.addClassName("admin-grid");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
    }

    private String tools(QuickTask task) {
        return task.tools().stream()
                .map(name -> ToolText.title(name, tools.getOrDefault(name, name)))
                .collect(Collectors.joining(", "));
    }

    private Checkbox enabled(QuickTask task) {
        var enabled = new Checkbox(task.enabled());
        enabled.setAriaLabel(getTranslation("quick.enable", QuickTaskText.title(task)));
        enabled.addValueChangeListener(change -> save(with(task, change.getValue())));
        return enabled;
    }

    private static Span text(String text) {
        Span span = new Span(text);
        span.addClassName("long");
        span.getElement().setAttribute("title", text);
        return span;
    }

    private Div actions(QuickTask task) {
        Div actions =
                new Div(
                        new IconButton(
                                VaadinIcon.PENCIL,
                                getTranslation("quick.edit", QuickTaskText.title(task)),
                                () -> edit(task)));
        if (!task.shipped()) {
            actions.add(
                    new IconButton(
                            VaadinIcon.TRASH,
                            getTranslation("quick.remove", QuickTaskText.title(task)),
                            () -> remove(task)));
        }
        return actions;
    }

    private void edit(@Nullable QuickTask task) {
        new QuickTaskEditor(task, tools, this::save).open();
    }

    private void remove(QuickTask task) {
        Confirmation.askSternly(
                getTranslation("quick.remove", QuickTaskText.title(task)),
                getTranslation("quick.remove.text"),
                getTranslation("quick.remove.confirm"),
                () -> {
                    editing.remove(task.key(), signedIn.asker());
                    refresh();
                });
    }

    private void save(QuickTask task) {
        editing.save(task, signedIn.asker());
        refresh();
    }

    private void refresh() {
        grid.setItems(editing.all(signedIn.asker()));
    }

    private static QuickTask with(QuickTask task, boolean enabled) {
        return new QuickTask(
                task.key(),
                task.shipped(),
                enabled,
                task.title(),
                task.prompt(),
                task.task(),
                task.tools(),
                task.calls(),
                task.pasted());
    }
}
