package io.opslore.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.identity.PeopleOrder.Column;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists stay quick where there are more people than fit on any screen. */
class ManyPeopleTests extends IdentityRoomTest {

    private static final int PEOPLE = 10_000;
    private static final Duration QUICK = Duration.ofSeconds(1);

    @BeforeEach
    void tenThousandAccounts() {
        jdbc.update(
                """
                insert into account (id, username, password_hash, must_change_password,
                    failed_attempts, created_at, display_name, email)
                select gen_random_uuid(), 'user' || n, 'x', n % 7 = 0, 0, now(),
                    'Person ' || n, 'user' || n || '@example.org'
                from generate_series(1, ?) n
                """,
                PEOPLE);
        jdbc.update(
                """
                insert into account_role (account_id, role)
                select id, case when must_change_password then 'contributor' else 'reader' end
                from account where username like 'user%'
                """);
    }

    @Test
    void aPageHoldsAsManyAsWereAskedForFromWhereverItBegins() {
        for (Column column : Column.values()) {
            List<PersonRow> page =
                    quickly(
                            column.name(),
                            () ->
                                    people.page(
                                            PeopleFilter.ALL,
                                            new PeopleOrder(column, false),
                                            9_000,
                                            50,
                                            admin));
            assertThat(page).hasSize(50);
        }
    }

    @Test
    void filtersAreQuickAndCountedInTheDatabase() {
        var few = new PeopleFilter("USER999", null, null, null);
        var waiting =
                new PeopleFilter("", Role.CONTRIBUTOR, null, PersonState.MUST_CHANGE_PASSWORD);

        assertThat(quickly("text", () -> people.count(few, admin))).isEqualTo(11);
        assertThat(quickly("role", () -> people.count(waiting, admin))).isEqualTo(PEOPLE / 7);
        assertThat(quickly("page", () -> people.page(few, PeopleOrder.BY_NAME, 0, 50, admin)))
                .hasSize(11)
                .allMatch(row -> row.roles().size() == 1);
    }

    private static <T> T quickly(String what, Supplier<T> query) {
        Instant began = Instant.now();
        T answer = query.get();
        assertThat(Duration.between(began, Instant.now())).as(what).isLessThan(QUICK);
        return answer;
    }
}
