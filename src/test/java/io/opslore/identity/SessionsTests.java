package io.opslore.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.testing.PortalTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;

class SessionsTests extends PortalTest {

    private static final String ONE_TIME = "one-time-password";
    private static final SignInOrigin ORIGIN = new SignInOrigin("192.0.2.7", "Firefox/140 Linux");

    @Autowired Accounts accounts;
    @Autowired Passwords passwords;
    @Autowired Sessions sessions;
    @Autowired SessionBook book;
    @Autowired JdbcTemplate jdbc;

    private Asker person;
    private Asker other;
    private Asker admin;

    @BeforeEach
    void three() {
        person = accounts.create("p-" + UUID.randomUUID(), ONE_TIME, Set.of(Role.READER));
        other = accounts.create("o-" + UUID.randomUUID(), ONE_TIME, Set.of(Role.CURATOR));
        admin = accounts.create("a-" + UUID.randomUUID(), ONE_TIME, Set.of(Role.ADMIN));
    }

    @Test
    void anotherPersonsSignInIsNotThere() {
        SessionId theirs = begin(other);

        assertThat(sessions.own(person)).isEmpty();
        assertThat(sessions.endOwn(theirs, person)).isFalse();
        assertThat(sessions.endOwn(new SessionId(UUID.randomUUID()), person)).isFalse();
        assertThat(book.holds(theirs, true)).isTrue();
    }

    @Test
    void onlyWhoManagesAccountsSeesAndEndsEverybodys() {
        SessionId id = begin(person);
        var slice = new Slice<>(SessionOrder.LAST_SEEN, true, 0, 10);

        assertThatThrownBy(() -> sessions.all("", slice, other)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> sessions.count("", other)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> sessions.endAny(id, other)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> sessions.endAllOf(person.id(), other))
                .isInstanceOf(NotAllowed.class);
        assertThat(sessions.all(person.username(), slice, admin))
                .extracting(OpenSession::id)
                .containsExactly(id);
        assertThat(sessions.count(person.username(), admin)).isEqualTo(1);
        assertThat(sessions.endAny(id, admin)).isTrue();
        assertThat(book.holds(id, true)).isFalse();
    }

    @Test
    void aChangedPasswordEndsTheOtherSignIns() {
        SessionId here = begin(person);
        SessionId elsewhere = begin(person);

        assertThat(passwords.change(ONE_TIME, "a better password", here, person))
                .isEqualTo(PasswordChange.CHANGED);

        assertThat(book.holding(List.of(here, elsewhere))).containsExactly(here);
    }

    @Test
    void aPasswordThatDoesNotChangeEndsNothing() {
        SessionId elsewhere = begin(person);

        passwords.change("wrong", "a better password", null, person);

        assertThat(book.holds(elsewhere, true)).isTrue();
    }

    @Test
    void aProviderEndsOneOfItsSessionsOrAllOfOnePerson() {
        SessionId first = begin("corp", "kim", "s1");
        SessionId second = begin("corp", "kim", "s2");
        SessionId third = begin("corp", "lee", "s3");
        SessionId elsewhere = begin("club", "kim", "s1");
        SessionId local = begin(person);

        assertThat(book.endByProvider("corp", null, "s1")).isEqualTo(1);
        assertThat(book.endByProvider("corp", "kim", null)).isEqualTo(1);
        assertThat(book.endByProvider("corp", null, null)).isZero();
        assertThat(book.endByProvider("", "kim", null)).isZero();

        assertThat(book.holding(List.of(first, second, third, elsewhere, local)))
                .containsExactlyInAnyOrder(third, elsewhere, local);
    }

    @Test
    void aSignInHoldsForItsLifetimeHoweverMuchItIsUsed() {
        SessionId id = begin(person);
        jdbc.update(
                "update signed_in_session set created_at = now() - interval '25 hours' where id = ?",
                id.value());

        assertThat(book.holds(id, true)).isFalse();
        assertThat(sessions.own(person)).isEmpty();
    }

    @Test
    void whatNoPortalHoldsAnyMoreIsEnded() {
        SessionId lost = begin(person);
        SessionId held = begin(person);
        jdbc.update(
                "update signed_in_session set held_at = now() - interval '6 minutes' where id = ?",
                lost.value());

        book.confirm(List.of(held));

        assertThat(book.holding(List.of(lost, held))).containsExactly(held);
    }

    @Test
    void aPortalWhoseClockHasJumpedEndsNobodysSignIn(
            @Autowired SessionSettings settings, @Autowired ApplicationEventPublisher events) {
        SessionId elsewhere = begin(person);
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));

        new SessionBook(jdbc, settings, events, ahead).confirm(List.of());

        assertThat(book.holding(List.of(elsewhere))).containsExactly(elsewhere);
    }

    @Test
    void whoStillOwesACodeIsNotListed() {
        book.begin(new LocalUser(person, "", false, true, false, false), ORIGIN);

        assertThat(sessions.own(person)).isEmpty();
        assertThat(
                        jdbc.queryForObject(
                                "select last_sign_in_at from account where id = ?",
                                java.sql.Timestamp.class,
                                person.id().value()))
                .isNull();
    }

    @Test
    void browsersAreNamedInTwoWords() {
        assertThat(ORIGIN.browser()).isEqualTo("Firefox · Linux");
        assertThat(
                        new SignInOrigin(
                                        "",
                                        "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0")
                                .browser())
                .isEqualTo("Edge · Windows");
        assertThat(new SignInOrigin("", "curl/8.5").browser()).isEqualTo("curl");
    }

    private SessionId begin(Asker asker) {
        return book.begin(() -> asker, ORIGIN);
    }

    private SessionId begin(String provider, String subject, String session) {
        return book.begin(
                new AskerPrincipal() {
                    @Override
                    public Asker asker() {
                        return person;
                    }

                    @Override
                    public SignInMethod method() {
                        return new SignInMethod(provider, subject, session);
                    }
                },
                ORIGIN);
    }
}
