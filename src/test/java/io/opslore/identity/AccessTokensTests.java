package io.opslore.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.testing.PortalTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

class AccessTokensTests extends PortalTest {

    private static final String PASSWORD = "one-time-password";
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Autowired Accounts accounts;
    @Autowired AccessTokens tokens;
    @Autowired JdbcTemplate jdbc;
    @LocalServerPort int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private Asker admin;

    @BeforeEach
    void somebodyWhoMayDoEverything() {
        admin = accounts.create("tokens-" + UUID.randomUUID(), PASSWORD, Set.of(Role.ADMIN));
    }

    @Test
    void aTokenToReadDoesNotUploadThoughItsPersonMay() throws Exception {
        String space = "Space " + UUID.randomUUID();
        assertThat(upload(space, made(all(), admin).secret()).statusCode()).isEqualTo(201);

        String reading = made(TokenScope.READ.permissions(), admin).secret();

        assertThat(ingest(reading).statusCode()).isEqualTo(200);
        assertThat(upload(space, reading).statusCode()).isEqualTo(403);
    }

    @Test
    void aTokenMayNoMoreThanItsPersonMayNow() throws Exception {
        String space = "Space " + UUID.randomUUID();
        String token = made(all(), admin).secret();
        assertThat(upload(space, token).statusCode()).isEqualTo(201);

        jdbc.update("delete from account_role where account_id = ?", admin.id().value());

        assertThat(upload(space, token).statusCode()).isIn(403, 404);
    }

    @Test
    void whatIsNoGoodTokenIsRefusedWithoutSayingWhy() throws Exception {
        String expired = made(all(), admin).secret();
        jdbc.update(
                "update access_token set expires_at = now() - interval '1 second' where id = ?",
                expired.substring(8, 24));
        TokenAnswer.Made revoked = made(all(), admin);
        assertThat(tokens.revokeOwn(revoked.token().id(), admin)).isTrue();
        String good = made(all(), admin).secret();
        String wrongSecret =
                good.substring(0, 30) + (good.charAt(30) == 'x' ? 'y' : 'x') + good.substring(31);
        Asker disabled = accounts.create("gone-" + UUID.randomUUID(), PASSWORD, Set.of(Role.ADMIN));
        String ofDisabled = made(all(), disabled).secret();
        jdbc.update("update account set disabled_at = now() where id = ?", disabled.id().value());

        List<String> bodies = new java.util.ArrayList<>();
        for (String bad :
                List.of(expired, revoked.secret(), wrongSecret, ofDisabled, "opslore_x", "")) {
            HttpResponse<String> answer = ingest(bad);
            assertThat(answer.statusCode()).as(bad).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            bodies.add(answer.body());
        }
        assertThat(Set.copyOf(bodies)).hasSize(1);
        assertThat(ingest(good).statusCode()).isEqualTo(200);
    }

    @Test
    void nothingThatIsKeptIsTheSecret() {
        TokenAnswer.Made made = made(all(), admin);
        String secret = made.secret().substring(made.secret().lastIndexOf(made.token().id()) + 17);

        String row =
                jdbc.queryForObject(
                        "select row_to_json(t)::text || encode(t.secret_hash, 'escape') from access_token t where id = ?",
                        String.class,
                        made.token().id());

        assertThat(secret).hasSize(43);
        assertThat(row).doesNotContain(secret);
        assertThat(
                        jdbc.queryForObject(
                                "select secret_hash from access_token where id = ?",
                                byte[].class,
                                made.token().id()))
                .isEqualTo(Digests.sha256(secret));
        assertThat(made.toString()).doesNotContain(secret);
    }

    @Test
    void useIsWrittenDownAtMostOnceAMinute() throws Exception {
        TokenAnswer.Made made = made(all(), admin);
        ingest(made.secret());
        var first = tokens.own(admin).getFirst().lastUsed();

        ingest(made.secret());

        assertThat(first).isNotNull();
        assertThat(tokens.own(admin).getFirst().lastUsed()).isEqualTo(first);
        assertThat(tokens.own(admin).getFirst().lastAddress()).isEqualTo("127.0.0.1");
    }

    @Test
    void anothersTokenIsNotThere() {
        TokenAnswer.Made made = made(all(), admin);
        Asker other = accounts.create("other-" + UUID.randomUUID(), PASSWORD, Set.of(Role.ADMIN));

        assertThat(tokens.own(other)).isEmpty();
        assertThat(tokens.revokeOwn(made.token().id(), other)).isFalse();
        assertThat(tokens.revokeAny(made.token().id(), other)).isTrue();
        assertThat(tokens.own(admin)).isEmpty();
    }

    @Test
    void everybodysTokensAreForWhoManagesAccounts() {
        made(all(), admin);
        Asker curator = accounts.create("cur-" + UUID.randomUUID(), PASSWORD, Set.of(Role.CURATOR));
        var slice = new Slice<>(TokenOrder.CREATED, true, 0, 10);

        assertThat(tokens.all(admin.username(), slice, admin)).hasSize(1);
        assertThat(tokens.count(admin.username(), admin)).isEqualTo(1);
        assertThatThrownBy(() -> tokens.all("", slice, curator)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> tokens.revokeAny("x", curator)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void aTokenMakesNoToken() {
        Asker byToken = new Asker(admin.id(), admin.username(), new Reach("token narrow", all()));

        assertThatThrownBy(() -> tokens.create(wish(all(), TODAY), byToken))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void aTokenIsNamedAndNarrowAndEnds() {
        Asker reader = accounts.create("r-" + UUID.randomUUID(), PASSWORD, Set.of(Role.READER));

        assertThat(tokens.create(wish(Set.of(Permission.AUDIT_READ), TODAY), reader))
                .isInstanceOf(TokenAnswer.NoPermission.class);
        assertThat(tokens.create(wish(Set.of(), TODAY), reader))
                .isInstanceOf(TokenAnswer.NoPermission.class);
        assertThat(tokens.create(wish(all(), TODAY.minusDays(1)), admin))
                .isInstanceOf(TokenAnswer.BadDay.class);
        assertThat(tokens.create(wish(all(), TODAY.plusDays(366)), admin))
                .isInstanceOf(TokenAnswer.BadDay.class);
        assertThat(tokens.create(wish(all(), TODAY.plusDays(365)), admin))
                .isInstanceOf(TokenAnswer.Made.class);
        assertThat(tokens.create(new TokenWish(" ", all(), TODAY), admin))
                .isInstanceOf(TokenAnswer.BadName.class);
    }

    private static Set<Permission> all() {
        return Set.of(Permission.values());
    }

    private static TokenWish wish(Set<Permission> permissions, LocalDate lastDay) {
        return new TokenWish("nightly upload", permissions, lastDay);
    }

    private TokenAnswer.Made made(Set<Permission> permissions, Asker asker) {
        return (TokenAnswer.Made) tokens.create(wish(permissions, TODAY), asker);
    }

    private HttpResponse<String> ingest(String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at("/api/ingest")), token);
    }

    private HttpResponse<String> upload(String space, String token)
            throws IOException, InterruptedException {
        String path =
                "/api/spaces/" + space.replace(" ", "%20") + "/documents?create=true&path=a.md";
        return send(HttpRequest.newBuilder(at(path)).POST(BodyPublishers.ofString("# A")), token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String token)
            throws IOException, InterruptedException {
        return http.send(
                request.header("Authorization", "Bearer " + token).build(),
                BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
