package io.opslore.identity;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Roles and groups by a provider's rules: whatever that provider gave and no longer gives is taken
 * away; what was given by hand, or by another provider, stays. Thread-safe.
 */
@Component
class ProvidedRights {

    private final JdbcTemplate jdbc;
    private final RightsChange rights;
    private final ApplicationEventPublisher events;

    ProvidedRights(JdbcTemplate jdbc, RightsChange rights, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.rights = rights;
        this.events = events;
    }

    /** Within the transaction of the sign-in. */
    void apply(ProvidedPerson person, Asker asker) {
        String provider = person.provider().id().value();
        List<String> before = given(asker, provider);
        Set<Grantee> gifts =
                person.provider().rules().stream()
                        .filter(rule -> rule.fits(person.claims()))
                        .map(ClaimRule::gives)
                        .collect(Collectors.toSet());
        rights.keepingAnAdmin(
                () -> {
                    takeAll(asker, provider);
                    gifts.forEach(gift -> give(gift, asker, provider));
                },
                // The portal would be nobody's; whoever is made an admin next lets it go.
                () -> give(new Grantee.Holders(Role.ADMIN), asker, provider));
        List<String> after = given(asker, provider);
        if (!before.equals(after)) {
            events.publishEvent(new ProvidedRightsChanged(asker, provider, before, after));
        }
    }

    /** Everything that a provider gave to anybody. */
    void takeAll(ProviderId provider) {
        jdbc.update("delete from account_role where given_by = ?", provider.value());
        jdbc.update("delete from group_member where given_by = ?", provider.value());
    }

    private void takeAll(Asker asker, String provider) {
        for (String table : Set.of("account_role", "group_member")) {
            jdbc.update(
                    "delete from " + table + " where account_id = ? and given_by = ?",
                    asker.id().value(),
                    provider);
        }
    }

    private void give(Grantee gift, Asker asker, String provider) {
        switch (gift) {
            case Grantee.Holders(Role role) ->
                    jdbc.update(
                            "insert into account_role (account_id, role, given_by) values (?, ?, ?)",
                            asker.id().value(),
                            role.key(),
                            provider);
            case Grantee.Members(GroupId group) ->
                    jdbc.update(
                            "insert into group_member (group_id, account_id, given_by) values (?, ?, ?)",
                            group.value(),
                            asker.id().value(),
                            provider);
            case Grantee.Person person ->
                    throw new IllegalStateException("No rule gives a person: " + person);
        }
    }

    private List<String> given(Asker asker, String provider) {
        return List.copyOf(
                new TreeSet<>(
                        jdbc.queryForList(
                                """
                                select 'role ' || role from account_role
                                where account_id = ? and given_by = ?
                                union all
                                select 'group ' || g.name from group_member m
                                join user_group g on g.id = m.group_id
                                where m.account_id = ? and m.given_by = ?
                                """,
                                String.class,
                                asker.id().value(),
                                provider,
                                asker.id().value(),
                                provider)));
    }
}
