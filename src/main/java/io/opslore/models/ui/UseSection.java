package io.opslore.models.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.kit.IconButton;
import io.opslore.kit.StateBadge;
import io.opslore.kit.StateBadge.Tone;
import io.opslore.kit.Toast;
import io.opslore.models.ModelAccess;
import io.opslore.models.ModelUse;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may use which model. */
final class UseSection extends Div {

    private final ModelAccess access;
    private final Asker asker;
    private final Runnable changed;
    private final UnorderedList list = new UnorderedList();

    /**
     * @param changed runs when something was changed, and refreshes this too
     */
    UseSection(ModelAccess access, Asker asker, Runnable changed) {
        this.changed = changed;
        this.access = access;
        this.asker = asker;
        list.addClassName("model-uses");
        add(
                new H2(getTranslation("models.uses")),
                new Paragraph(getTranslation("models.uses.hint")),
                list);
        refresh();
    }

    void refresh() {
        list.removeAll();
        access.uses(asker).forEach(use -> list.add(row(use)));
    }

    static String name(Role role) {
        return Role.BUILT_IN.contains(role)
                ? I18NProvider.translate("role." + role.key())
                : role.key();
    }

    static String names(Set<Role> roles) {
        return roles.stream().map(UseSection::name).sorted().collect(Collectors.joining(", "));
    }

    private ListItem row(ModelUse use) {
        Span model = new Span(use.model());
        model.addClassName("model-name");
        return new ListItem(
                model,
                use.roles()
                        .<Span>map(roles -> new StateBadge(Tone.WARNING, said(roles)))
                        .orElseGet(this::everybody),
                new IconButton(
                        VaadinIcon.PENCIL,
                        getTranslation("models.uses.edit", use.model()),
                        () -> new UseDialog(use, access.roles(asker), new Save(use)).open()));
    }

    private Span everybody() {
        Span everybody = new Span(getTranslation("models.uses.everybody"));
        everybody.addClassName("secondary");
        return everybody;
    }

    private String said(Set<Role> roles) {
        return roles.isEmpty() ? getTranslation("models.uses.nobody") : names(roles);
    }

    /** Keeps what the dialog hands back. */
    private final class Save implements UseDialog.Save {

        private final ModelUse use;

        Save(ModelUse use) {
            this.use = use;
        }

        @Override
        public void open() {
            access.open(use.model(), asker);
            done();
        }

        @Override
        public void keep(Set<Role> roles) {
            access.keep(use.model(), roles, asker);
            done();
        }

        private void done() {
            Toast.done(getTranslation("models.uses.saved", use.model()));
            changed.run();
        }
    }
}
