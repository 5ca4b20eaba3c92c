package io.opslore.library.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import io.opslore.identity.Directory;
import io.opslore.identity.Grantee;
import io.opslore.identity.Role;
import io.opslore.kit.Confirmation;
import io.opslore.kit.IconButton;
import io.opslore.library.Space;
import io.opslore.library.SpaceGrant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** To whom a space is granted, and as what; a grant can be changed and taken away. */
final class GrantGrid extends Grid<SpaceGrant> {

    private final Space space;
    private final AccessActions actions;
    private final List<Role> grantable;
    private final Column<SpaceGrant> roles;
    private Map<Grantee, Directory.Named> names = Map.of();

    GrantGrid(Space space, AccessActions actions, List<Role> grantable) {
        this.space = space;
        this.actions = actions;
        this.grantable = grantable;
        addClassName("grant-grid");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setAllRowsVisible(true);
        addComponentColumn(grant -> GranteeName.of(grant.grantee(), names))
                .setHeader(getTranslation("access.who"))
                .setFlexGrow(1);
        roles =
                addComponentColumn(this::role)
                        .setHeader(getTranslation("access.role"))
                        .setFlexGrow(0);
        setNarrow(false);
        addComponentColumn(this::remove).setAutoWidth(true).setFlexGrow(0);
        setEmptyStateText(getTranslation("access.empty"));
        refresh();
    }

    /** Leaves the names the room that there is. */
    void setNarrow(boolean narrow) {
        roles.setWidth(narrow ? "9rem" : "12rem");
    }

    void refresh() {
        List<SpaceGrant> grants = actions.grants(space.id());
        Set<Grantee> named = new LinkedHashSet<>();
        grants.forEach(grant -> named.add(grant.grantee()));
        Stream.concat(grants.stream().map(SpaceGrant::role), grantable.stream())
                .forEach(role -> named.add(new Grantee.Holders(role)));
        names = actions.names(named);
        setItems(grants);
    }

    /** Whoever may not grant a role may still leave it to those who have it. */
    private Select<Role> role(SpaceGrant grant) {
        Set<Role> choices = new LinkedHashSet<>(grantable);
        choices.add(grant.role());
        Select<Role> role = new Select<>();
        role.setAriaLabel(getTranslation("access.role"));
        role.setItems(choices);
        role.setItemLabelGenerator(one -> GranteeName.role(one, names));
        role.setValue(grant.role());
        role.setWidthFull();
        role.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                replace(grant, List.of(new SpaceGrant(grant.grantee(), change.getValue())));
            }
        });
        return role;
    }

    private IconButton remove(SpaceGrant grant) {
        String name = GranteeName.text(grant.grantee(), names);
        return new IconButton(
                VaadinIcon.TRASH,
                getTranslation("access.remove", name),
                () ->
                        Confirmation.askSternly(
                                getTranslation("access.remove.title", name),
                                getTranslation("access.remove.text", space.name()),
                                getTranslation("access.remove.confirm"),
                                () -> replace(grant, List.of())));
    }

    private void replace(SpaceGrant old, List<SpaceGrant> now) {
        actions.change(
                space.id(),
                grants -> {
                    grants.remove(old);
                    grants.addAll(now);
                    return grants;
                });
        refresh();
    }
}
