package io.opslore.library.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import io.opslore.identity.Directory;
import io.opslore.identity.Grantee;
import io.opslore.identity.Role;
import io.opslore.kit.Narrow;
import io.opslore.library.Space;
import io.opslore.library.SpaceGrant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** The grants of one space, what can be granted there, and its narrowed documents. */
final class AccessPage extends Div {

    private final Space space;
    private final AccessActions actions;
    private final List<Role> grantable;
    private final Map<Grantee, Directory.Named> roles;
    private final GranteePicker picker;
    private final Select<Role> role = new Select<>();
    private final GrantGrid grid;

    AccessPage(Space space, AccessActions actions) {
        this.space = space;
        this.actions = actions;
        grantable = actions.grantable(space.id());
        roles = actions.names(grantable.stream().<Grantee>map(Grantee.Holders::new).toList());
        picker = new GranteePicker(actions, EnumSet.allOf(Directory.Kind.class), "access.pick");
        grid = new GrantGrid(space, actions, grantable);
        layOut();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        Narrow.watch(this, attached.getUI(), grid::setNarrow);
    }

    private void layOut() {
        addClassNames("admin-page", "access-page");
        Button why =
                new Button(
                        getTranslation("access.why.open"),
                        new Icon(VaadinIcon.QUESTION_CIRCLE_O),
                        click ->
                                WhyDialog.ofOthers(
                                                space.name(),
                                                person -> actions.why(space.id(), person),
                                                actions)
                                        .open());
        Div head = new Div(new H1(getTranslation("access.title")), why);
        head.addClassName("view-head");
        Paragraph hint = new Paragraph(getTranslation("access.hint"));
        add(
                PlaceTrail.to(space, getTranslation("access.short")),
                head,
                hint,
                adding(),
                grid,
                new H2(getTranslation("access.narrowed")),
                new NarrowedDocuments(space, actions));
    }

    private Div adding() {
        role.setItems(grantable);
        role.setItemLabelGenerator(one -> one == null ? "" : GranteeName.role(one, roles));
        role.setAriaLabel(getTranslation("access.role"));
        grantable.stream().filter(Role.READER::equals).findFirst().ifPresent(role::setValue);
        Button add =
                new Button(getTranslation("access.add"), new Icon(VaadinIcon.PLUS), click -> add());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.setEnabled(false);
        picker.addValueChangeListener(
                change -> add.setEnabled(change.getValue() != null && role.getValue() != null));
        Div bar = new Div(picker, role, add);
        bar.addClassName("admin-toolbar");
        return bar;
    }

    private void add() {
        Directory.Named chosen = picker.getValue();
        Role as = role.getValue();
        if (chosen != null && as != null) {
            actions.change(
                    space.id(),
                    grants -> {
                        grants.add(new SpaceGrant(chosen.grantee(), as));
                        return grants;
                    });
            picker.clear();
            grid.refresh();
        }
    }
}
