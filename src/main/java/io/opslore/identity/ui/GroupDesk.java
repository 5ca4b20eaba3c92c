package io.opslore.identity.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.identity.Group;
import io.opslore.identity.GroupId;
import io.opslore.identity.GroupName;
import io.opslore.identity.GroupText;
import io.opslore.identity.Groups;
import io.opslore.identity.RoleName;
import io.opslore.identity.SignedIn;
import io.opslore.kit.Confirmation;
import io.opslore.kit.Toast;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the signed-in person does with groups, and what is said about it. */
@Component
class GroupDesk {

    private final Groups groups;
    private final SignedIn signedIn;

    GroupDesk(Groups groups, SignedIn signedIn) {
        this.groups = groups;
        this.signedIn = signedIn;
    }

    List<Group> page(String text, int offset, int limit) {
        return groups.page(text, offset, limit, signedIn.asker());
    }

    int count(String text) {
        return groups.count(text, signedIn.asker());
    }

    Group group(GroupId group) {
        return groups.group(group, signedIn.asker());
    }

    GroupId create(GroupText text) {
        return groups.create(text, signedIn.asker());
    }

    void describe(Group group, GroupText text) {
        var before = new GroupText(group.name(), group.description());
        if (Attempt.at(() -> groups.describe(group.id(), before, text, signedIn.asker()))) {
            Toast.done(I18NProvider.translate("people.saved"));
        }
    }

    void give(RoleName role, GroupId group) {
        Attempt.at(() -> groups.give(role.role(), group, signedIn.asker()));
    }

    void take(RoleName role, GroupId group) {
        Attempt.at(() -> groups.take(role.role(), group, signedIn.asker()));
    }

    void nest(GroupName inner, GroupId outer) {
        Attempt.at(() -> groups.nest(inner.id(), outer, signedIn.asker()));
    }

    void unnest(GroupName inner, GroupId outer) {
        Attempt.at(() -> groups.unnest(inner.id(), outer, signedIn.asker()));
    }

    void askToDelete(Group group, Runnable deleted) {
        Confirmation.askSternly(
                I18NProvider.translate("groups.delete.title", group.name()),
                I18NProvider.translate("groups.delete.text", group.members()),
                I18NProvider.translate("groups.delete"),
                () -> {
                    if (Attempt.at(() -> groups.delete(group.id(), signedIn.asker()))) {
                        Toast.done(I18NProvider.translate("groups.deleted", group.name()));
                        deleted.run();
                    }
                });
    }
}
