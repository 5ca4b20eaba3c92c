package io.opslore.identity.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.identity.ChangeRefused;
import io.opslore.identity.Membership;
import io.opslore.identity.Permission;
import io.opslore.identity.PersonState;
import io.opslore.identity.RoleInfo;
import io.opslore.identity.RoleName;
import io.opslore.identity.Source;
import io.opslore.kit.StateBadge;
import io.opslore.kit.StateBadge.Tone;
import java.util.Collection;

/** What people, groups and roles are called in the reader's language. */
final class Wording {

    private Wording() {}

    /** What is built in has a name in every language; the others have the one they were given. */
    static String role(RoleName role) {
        return role.builtIn() ? I18NProvider.translate("role." + role.role().key()) : role.name();
    }

    static String role(RoleInfo role) {
        return role(role.called());
    }

    static String description(RoleInfo role) {
        return role.called().builtIn()
                ? I18NProvider.translate("role." + role.role().key() + ".description")
                : role.description();
    }

    static String permission(Permission permission) {
        return I18NProvider.translate(key(permission));
    }

    static String allows(Permission permission) {
        return I18NProvider.translate(key(permission) + ".allows");
    }

    static StateBadge badge(PersonState state) {
        return new StateBadge(tone(state), state(state));
    }

    static String state(PersonState state) {
        return I18NProvider.translate("people.state." + state);
    }

    static String refusal(ChangeRefused refused) {
        return I18NProvider.translate(
                "people.refused." + refused.reason(), refused.facts().toArray());
    }

    static String source(Source source) {
        return switch (source) {
            case Source.ByHand() -> I18NProvider.translate("people.source.hand");
            case Source.ByProvider(String provider) ->
                    I18NProvider.translate("people.source.provider", provider);
            case Source.ByGroup(Membership by) -> {
                Membership through = by.through();
                yield through == null
                        ? I18NProvider.translate("people.source.group", by.name())
                        : I18NProvider.translate("people.source.nested", by.name(), through.name());
            }
        };
    }

    /** Short labels in one line that ends in an ellipsis; all of it on hover. */
    static Span roles(Collection<RoleName> roles) {
        Span line = new Span();
        line.addClassName("role-badges");
        roles.forEach(role -> {
            Span badge = new Span(role(role));
            badge.addClassName("chip");
            line.add(badge);
        });
        line.setTitle(String.join(", ", roles.stream().map(Wording::role).toList()));
        return line;
    }

    private static String key(Permission permission) {
        return "permission." + permission.key().replace(':', '.');
    }

    private static Tone tone(PersonState state) {
        return switch (state) {
            case ACTIVE -> Tone.GOOD;
            case MUST_CHANGE_PASSWORD -> Tone.QUIET;
            case LOCKED -> Tone.WARNING;
            case DISABLED -> Tone.BAD;
        };
    }
}
