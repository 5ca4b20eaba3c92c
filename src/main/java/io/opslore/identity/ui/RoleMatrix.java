package io.opslore.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import io.opslore.identity.Permission;
import io.opslore.identity.Role;
import io.opslore.identity.RoleInfo;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Permissions as rows, roles as columns, a box where they meet. */
final class RoleMatrix extends Div {

    private final List<RoleInfo> roles;
    private final Runnable changed;
    private final Map<Role, Set<Permission>> wanted = new LinkedHashMap<>();

    /**
     * @param begun ticked before and not saved yet; left out where the role has changed meanwhile
     * @param head what stands above a role's column
     * @param changed runs when a box was ticked or cleared
     */
    RoleMatrix(
            List<RoleInfo> roles,
            List<RoleEdit> begun,
            Function<RoleInfo, Component> head,
            Runnable changed) {
        this.roles = roles;
        this.changed = changed;
        roles.forEach(role -> {
            Set<Permission> permissions = EnumSet.noneOf(Permission.class);
            permissions.addAll(wanted(role, begun));
            wanted.put(role.role(), permissions);
        });
        addClassName("role-matrix");
        getElement().setAttribute("tabindex", "0");
        NativeTableBody body = new NativeTableBody();
        addPart(body, "roles.inSpace", true);
        addPart(body, "roles.everywhere", false);
        add(new NativeTable(heads(head), body));
    }

    /** The roles that are to permit something else than they do. */
    List<RoleEdit> edits() {
        return roles.stream()
                .map(role ->
                        new RoleEdit(
                                role.role(),
                                role.permissions(),
                                wanted.getOrDefault(role.role(), Set.of())))
                .filter(edit -> edit.size() > 0)
                .toList();
    }

    private static Set<Permission> wanted(RoleInfo role, List<RoleEdit> begun) {
        return begun.stream()
                .filter(edit ->
                        edit.role().equals(role.role()) && edit.before().equals(role.permissions()))
                .map(RoleEdit::after)
                .findFirst()
                .orElseGet(role::permissions);
    }

    private NativeTableHeader heads(Function<RoleInfo, Component> head) {
        NativeTableRow row =
                new NativeTableRow(new NativeTableHeaderCell(getTranslation("roles.permission")));
        roles.forEach(role -> {
            var cell = new NativeTableHeaderCell(head.apply(role));
            cell.getElement().setAttribute("scope", "col");
            row.add(cell);
        });
        return new NativeTableHeader(row);
    }

    private void addPart(NativeTableBody body, String title, boolean inSpace) {
        Span hint = new Span(getTranslation(title + ".hint"));
        hint.addClassName("secondary");
        var cell = new NativeTableHeaderCell(new Div(new Span(getTranslation(title)), hint));
        cell.getElement().setAttribute("scope", "rowgroup");
        var rest = new NativeTableCell();
        rest.getElement().setAttribute("colspan", String.valueOf(roles.size()));
        NativeTableRow part = new NativeTableRow(cell, rest);
        part.addClassName("part");
        body.add(part);
        Arrays.stream(Permission.values())
                .filter(permission -> permission.isInSpace() == inSpace)
                .map(this::row)
                .forEach(body::add);
    }

    private NativeTableRow row(Permission permission) {
        Span name = new Span(Wording.permission(permission));
        Span allows = new Span(Wording.allows(permission));
        allows.addClassName("secondary");
        name.setTitle(allows.getText());
        var head = new NativeTableHeaderCell(new Div(name, allows));
        head.getElement().setAttribute("scope", "row");
        NativeTableRow row = new NativeTableRow(head);
        roles.forEach(role -> row.add(new NativeTableCell(box(role, permission))));
        return row;
    }

    private Checkbox box(RoleInfo role, Permission permission) {
        boolean permits = role.permissions().contains(permission);
        Checkbox box = new Checkbox(isWanted(role.role(), permission));
        box.setClassName("pending", box.getValue() != permits);
        box.setAriaLabel(
                getTranslation("roles.cell", Wording.role(role), Wording.permission(permission)));
        box.setReadOnly(role.isFixed());
        box.addValueChangeListener(change -> {
            tick(role.role(), permission, change.getValue());
            box.setClassName("pending", change.getValue() != permits);
            changed.run();
        });
        return box;
    }

    private boolean isWanted(Role role, Permission permission) {
        return wanted.getOrDefault(role, Set.of()).contains(permission);
    }

    private void tick(Role role, Permission permission, boolean permitted) {
        Set<Permission> permissions =
                wanted.computeIfAbsent(role, any -> EnumSet.noneOf(Permission.class));
        if (permitted) {
            permissions.add(permission);
        } else {
            permissions.remove(permission);
        }
    }
}
