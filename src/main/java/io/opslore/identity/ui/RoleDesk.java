package io.opslore.identity.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.identity.RoleInfo;
import io.opslore.identity.RoleText;
import io.opslore.identity.Roles;
import io.opslore.identity.SignedIn;
import io.opslore.kit.Confirmation;
import io.opslore.kit.Toast;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the signed-in person does with roles, and what is said about it. */
@Component
class RoleDesk {

    private final Roles roles;
    private final SignedIn signedIn;

    RoleDesk(Roles roles, SignedIn signedIn) {
        this.roles = roles;
        this.signedIn = signedIn;
    }

    List<RoleInfo> all() {
        return roles.all(signedIn.asker());
    }

    void create(TextFields.Text text) {
        roles.create(new RoleText(text.name(), text.description()), signedIn.asker());
    }

    void describe(RoleInfo role, TextFields.Text text) {
        roles.describe(
                role.role(),
                new RoleText(role.called().name(), role.description()),
                new RoleText(text.name(), text.description()),
                signedIn.asker());
    }

    /** Each role is changed or refused alone. */
    void save(Collection<RoleEdit> edits) {
        long saved =
                edits.stream()
                        .filter(edit ->
                                Attempt.at(() ->
                                        roles.permit(
                                                edit.role(),
                                                edit.before(),
                                                edit.after(),
                                                signedIn.asker())))
                        .count();
        if (saved > 0) {
            Toast.done(I18NProvider.translate("roles.saved", saved));
        }
    }

    void askToReset(RoleInfo role, Runnable done) {
        String name = Wording.role(role);
        Confirmation.askSternly(
                I18NProvider.translate("roles.reset.title", name),
                I18NProvider.translate("roles.reset.text"),
                I18NProvider.translate("roles.reset"),
                () -> {
                    if (Attempt.at(() -> roles.reset(role.role(), signedIn.asker()))) {
                        Toast.done(I18NProvider.translate("roles.wasReset", name));
                    }
                    done.run();
                });
    }

    void askToDelete(RoleInfo role, Runnable done) {
        String name = Wording.role(role);
        Confirmation.askSternly(
                I18NProvider.translate("roles.delete.title", name),
                I18NProvider.translate("roles.delete.text"),
                I18NProvider.translate("roles.delete"),
                () -> {
                    if (Attempt.at(() -> roles.delete(role.role(), signedIn.asker()))) {
                        Toast.done(I18NProvider.translate("roles.deleted", name));
                    }
                    done.run();
                });
    }
}
