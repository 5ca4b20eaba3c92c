package io.opslore.identity;

import io.opslore.audit.AuditRecord;
import io.opslore.testing.TestingClock;
import io.opslore.testing.TestingDatabase;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Base of the tests of people, groups and roles, on a database of their own: it begins each test
 * with one admin, so that the last one is known.
 */
@SpringBootTest(
        classes = IdentityRoomTest.Room.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
abstract class IdentityRoomTest {

    private static final String DATABASE = TestingDatabase.fresh();

    @Autowired Accounts accounts;
    @Autowired Authority authority;
    @Autowired People people;
    @Autowired Assignments assignments;
    @Autowired AccountAdmission admission;
    @Autowired Groups groups;
    @Autowired Roles roles;
    @Autowired JdbcTemplate jdbc;
    @Autowired TestingClock clock;
    @Autowired TestingRecord record;

    Asker admin;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", () -> DATABASE);
        registry.add("spring.jpa.hibernate.ddl-auto", () -> "validate");
    }

    @BeforeEach
    void oneAdminAlone() {
        jdbc.update("delete from account");
        jdbc.update("delete from user_group");
        jdbc.update("delete from role where not built_in");
        admin = somebody(Role.ADMIN);
        record.forget();
    }

    /** An account with these roles, given by hand. */
    Asker somebody(Role... roles) {
        return accounts.create("tester-" + UUID.randomUUID(), "one-time-password", Set.of(roles));
    }

    /** Somebody who may do this and no more, by a role of their own. */
    Asker somebodyWho(Permission... may) {
        return somebody(role(may));
    }

    /** A role that permits this, made without asking anybody. */
    Role role(Permission... permits) {
        var role = new Role("role-" + UUID.randomUUID().toString().substring(0, 8));
        jdbc.update(
                "insert into role (key, name, description, built_in) values (?, ?, '', false)",
                role.key(),
                "Role " + role.key());
        Arrays.stream(permits)
                .forEach(permission ->
                        jdbc.update(
                                "insert into role_permission (role, permission) values (?, ?)",
                                role.key(),
                                permission.key()));
        return role;
    }

    GroupId group(String name) {
        return groups.create(new GroupText(name, ""), admin);
    }

    Set<Role> rolesOf(Asker somebody) {
        return authority.of(somebody).roles();
    }

    Set<String> recorded(AuditRecord.Outcome outcome) {
        return record.lines().stream()
                .filter(line -> line.outcome() == outcome)
                .map(AuditRecord::action)
                .collect(Collectors.toSet());
    }

    /** Accounts, groups and roles, without what else belongs to signing in. */
    // Not annotated as a configuration: the scan of the whole portal must not find it.
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        DataJpaRepositoriesAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    @EntityScan("io.opslore.identity")
    @EnableJpaRepositories("io.opslore.identity")
    @Import({
        Accounts.class,
        AccountAdmission.class,
        Assignments.class,
        GroupChanges.class,
        GroupRecords.class,
        Groups.class,
        HolderRecords.class,
        JdbcAuthority.class,
        PasswordEncoding.class,
        People.class,
        PeopleChanges.class,
        PeopleRecords.class,
        PermissionGuard.class,
        Rank.class,
        RightsChange.class,
        RoleRecords.class,
        Roles.class,
        TestingRecord.class
    })
    static class Room {

        @Bean
        TestingClock clock() {
            return new TestingClock();
        }
    }
}
