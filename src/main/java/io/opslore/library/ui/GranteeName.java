package io.opslore.library.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.identity.Directory;
import io.opslore.identity.Grantee;
import io.opslore.identity.Role;
import java.util.Locale;
import java.util.Map;

/** Names people, groups and roles, each with its sign. */
final class GranteeName {

    private GranteeName() {}

    static Div of(Grantee grantee, Map<Grantee, Directory.Named> names) {
        Span name = new Span(text(grantee, names));
        name.addClassName("ellipsed");
        name.setTitle(name.getText());
        Span kind = new Span(I18NProvider.translate("access.kind." + kind(grantee)));
        kind.addClassName("secondary");
        Div shown = new Div(icon(grantee), name, kind);
        shown.addClassName("grantee");
        return shown;
    }

    static String text(Grantee grantee, Map<Grantee, Directory.Named> names) {
        Directory.Named named = names.get(grantee);
        return named == null ? I18NProvider.translate("access.gone") : named.name();
    }

    static String role(Role role, Map<Grantee, Directory.Named> names) {
        return text(new Grantee.Holders(role), names);
    }

    static Icon icon(Grantee grantee) {
        Icon icon =
                new Icon(
                        switch (grantee) {
                            case Grantee.Person person -> VaadinIcon.USER;
                            case Grantee.Members members -> VaadinIcon.GROUP;
                            case Grantee.Holders holders -> VaadinIcon.KEY_O;
                        });
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }

    private static String kind(Grantee grantee) {
        return grantee.kind().toLowerCase(Locale.ROOT);
    }
}
