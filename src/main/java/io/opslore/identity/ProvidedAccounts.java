package io.opslore.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds or makes the account of somebody who signed in at a provider. An account is theirs by
 * issuer and subject alone: names and addresses are what people there call themselves. Thread-safe.
 */
@Service
class ProvidedAccounts {

    private final JdbcTemplate jdbc;
    private final ProvidedRights rights;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProvidedAccounts(
            JdbcTemplate jdbc,
            ProvidedRights rights,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.rights = rights;
        this.events = events;
        this.clock = clock;
    }

    /** Brings the account up to what the provider says; throws where they may not come in. */
    @Transactional
    public Asker welcome(ProvidedPerson person) {
        // Two first sign-ins at once must not both find the name free.
        jdbc.queryForList("select pg_advisory_xact_lock(hashtext('account names'))");
        Asker asker = linked(person).orElseGet(() -> make(person));
        jdbc.update(
                "update account set display_name = ?, email = ?, last_sign_in_at = ? where id = ?",
                person.displayName(),
                person.email(),
                now(),
                asker.id().value());
        rights.apply(person, asker);
        return asker;
    }

    private Optional<Asker> linked(ProvidedPerson person) {
        Optional<Account> account =
                jdbc
                        .query(
                                """
                                update account_link l set last_used_at = ? from account a
                                where l.provider = ? and l.issuer = ? and l.subject = ?
                                    and a.id = l.account_id
                                returning a.id, a.username, a.disabled_at is not null
                                """,
                                (row, number) ->
                                        new Account(
                                                new Asker(
                                                        new AccountId(row.getObject(1, UUID.class)),
                                                        row.getString(2)),
                                                row.getBoolean(3)),
                                now(),
                                person.provider().id().value(),
                                person.issuer(),
                                person.subject())
                        .stream()
                        .findFirst();
        if (account.filter(Account::disabled).isPresent()) {
            throw ProviderProblem.DISABLED.thrown(account.get().asker().username());
        }
        return account.map(Account::asker);
    }

    private Asker make(ProvidedPerson person) {
        if (!person.provider().createsAccounts()) {
            throw ProviderProblem.CREATION_CLOSED.thrown(person.username());
        }
        Asker asker = new Asker(new AccountId(UUID.randomUUID()), freeName(person));
        jdbc.update(
                """
                insert into account (id, username, must_change_password, created_at)
                values (?, ?, false, ?)
                """,
                asker.id().value(),
                asker.username(),
                now());
        jdbc.update(
                """
                insert into account_link (provider, issuer, subject, account_id, created_at,
                    last_used_at)
                values (?, ?, ?, ?, ?, ?)
                """,
                person.provider().id().value(),
                person.issuer(),
                person.subject(),
                asker.id().value(),
                now(),
                now());
        events.publishEvent(new ProvidedAccountCreated(asker, person));
        return asker;
    }

    private String freeName(ProvidedPerson person) {
        if (person.username().isEmpty()) {
            throw ProviderProblem.NO_USERNAME.thrown(person.provider().claims().username());
        }
        return Stream.of(person.username(), person.distinctUsername())
                .filter(this::isFree)
                .findFirst()
                .orElseThrow(() -> ProviderProblem.NAME_TAKEN.thrown(person.username()));
    }

    private boolean isFree(String username) {
        return jdbc.queryForList(
                        "select 1 from account where lower(username) = lower(?)",
                        Integer.class,
                        username)
                .isEmpty();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private record Account(Asker asker, boolean disabled) {}
}
