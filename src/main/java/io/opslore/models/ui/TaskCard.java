package io.opslore.models.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.identity.Role;
import io.opslore.kit.IconButton;
import io.opslore.kit.StateBadge;
import io.opslore.kit.StateBadge.Tone;
import io.opslore.models.CatalogueEntry;
import io.opslore.models.ModelTask;
import io.opslore.models.TaskModel;
import io.opslore.models.TaskSetup;
import java.time.Duration;
import java.util.Set;

/** One task: the model that is wanted, whether it is there, who stands in, and how it is asked. */
final class TaskCard extends Div {

    TaskCard(CatalogueEntry entry, Runnable edit, Runnable reset) {
        ModelTask task = entry.setup().task();
        addClassName("task-card");
        Header head = new Header(new H3(name(task)));
        add(head, new Paragraph(getTranslation("models.about." + task.key())));
        Div actions = new Div();
        if (entry.own()) {
            actions.add(
                    new IconButton(
                            VaadinIcon.ROTATE_LEFT,
                            getTranslation("models.reset.of", name(task)),
                            reset));
        }
        actions.add(
                new IconButton(VaadinIcon.PENCIL, getTranslation("models.edit", name(task)), edit));
        head.add(actions);
        add(wanted(entry), new Paragraph(inForce(entry)), new Paragraph(options(entry.setup())));
        entry.roles().map(TaskCard::keptFor).map(Paragraph::new).ifPresent(this::add);
        if (entry.overruled()) {
            add(new Paragraph(getTranslation("models.overruled")));
        }
    }

    static String name(ModelTask task) {
        return I18NProvider.translate("task." + task.key());
    }

    private static String keptFor(Set<Role> roles) {
        return roles.isEmpty()
                ? I18NProvider.translate("models.keptForNobody")
                : I18NProvider.translate("models.keptFor", UseSection.names(roles));
    }

    private Div wanted(CatalogueEntry entry) {
        Span model = new Span(entry.setup().model());
        model.addClassName("model-name");
        Div wanted =
                new Div(
                        model,
                        entry.installed()
                                ? new StateBadge(Tone.GOOD, getTranslation("models.installed"))
                                : new StateBadge(
                                        Tone.WARNING, getTranslation("models.notInstalled")));
        wanted.addClassName("task-model");
        return wanted;
    }

    private String inForce(CatalogueEntry entry) {
        return switch (entry.inForce()) {
            case TaskModel.Ready ready when ready.standsIn() ->
                    getTranslation("models.standsIn", ready.model());
            case TaskModel.Ready ready -> getTranslation("models.inForce");
            case TaskModel.NotAllowed refused -> getTranslation("models.nobody");
            case TaskModel.Absent absent -> getTranslation("models.nobody");
        };
    }

    private String options(TaskSetup setup) {
        return getTranslation(
                "models.options",
                setup.contextTokens() / 1024,
                setup.temperature(),
                setup.keepAlive()
                        .map(Duration::toMinutes)
                        .map(minutes -> getTranslation("models.kept", minutes))
                        .orElseGet(() -> getTranslation("models.kept.server")),
                getTranslation("models.thinking." + setup.thinking().name()));
    }
}
