package io.opslore.identity.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.data.provider.Query;
import io.opslore.identity.Group;
import io.opslore.identity.GroupName;
import io.opslore.identity.Groups;
import io.opslore.identity.RoleInfo;
import io.opslore.identity.RoleName;
import io.opslore.identity.Roles;
import io.opslore.identity.SignedIn;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Fields that offer the roles and groups of the portal; groups are fetched as they are typed. */
@Component
class Choices {

    private final Roles roles;
    private final Groups groups;
    private final SignedIn signedIn;

    Choices(Roles roles, Groups groups, SignedIn signedIn) {
        this.roles = roles;
        this.groups = groups;
        this.signedIn = signedIn;
    }

    List<RoleName> roles() {
        return roles.all(signedIn.asker()).stream().map(RoleInfo::called).toList();
    }

    ComboBox<RoleName> role(String label) {
        ComboBox<RoleName> field = new ComboBox<>(label);
        field.setItems(roles());
        field.setItemLabelGenerator(Wording::role);
        return field;
    }

    MultiSelectComboBox<RoleName> someRoles(String label) {
        MultiSelectComboBox<RoleName> field = new MultiSelectComboBox<>(label);
        field.setItems(roles());
        field.setItemLabelGenerator(Wording::role);
        return field;
    }

    ComboBox<GroupName> group(String label) {
        ComboBox<GroupName> field = new ComboBox<>(label);
        field.setItemsWithFilterConverter(this::groups, this::count, text -> text);
        field.setItemLabelGenerator(GroupName::name);
        return field;
    }

    MultiSelectComboBox<GroupName> someGroups(String label) {
        MultiSelectComboBox<GroupName> field = new MultiSelectComboBox<>(label);
        field.setItemsWithFilterConverter(this::groups, this::count, text -> text);
        field.setItemLabelGenerator(GroupName::name);
        return field;
    }

    private Stream<GroupName> groups(Query<GroupName, String> query) {
        return groups
                .page(
                        query.getFilter().orElse(""),
                        query.getOffset(),
                        query.getLimit(),
                        signedIn.asker())
                .stream()
                .map(Group::called);
    }

    private int count(Query<GroupName, String> query) {
        return groups.count(query.getFilter().orElse(""), signedIn.asker());
    }
}
