package io.opslore.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

class OutboundTests {

    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration WHOLE = Duration.ofSeconds(1);
    private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);

    private final TestingCanary canary = new TestingCanary();
    private final List<String> targets = TestingForms.redirects(canary.port());
    private final TestingPublicServer server = new TestingPublicServer(targets);
    private final RestClient http = client(server.hostAndPort());

    @AfterEach
    void leave() {
        server.close();
        canary.close();
    }

    @Test
    void noFormOfAnAddressReachesThisMachine() {
        List<String> forms = TestingForms.of(canary.port());
        int tried = 0;
        for (String form : forms) {
            get(form);
            getAsTemplate(form);
            tried++;
        }
        for (int status : REDIRECTS) {
            for (int i = 0; i < targets.size(); i++) {
                get(server.at("/redirect/" + status + "/" + i));
                tried++;
            }
        }

        System.out.printf("outbound: %d forms, %d hits%n", tried, canary.hits().size());
        assertThat(canary.hits()).isEmpty();
        assertThat(tried).isGreaterThan(200);
    }

    @Test
    void theCanaryHearsWhoeverMayComeByException() {
        String target = "loopback.example:" + canary.port();

        assertThat(client(target).get().uri("http://" + target).retrieve().body(String.class))
                .isEqualTo("hi");
        assertThat(canary.hits()).hasSize(1);
    }

    @Test
    void anExceptionIsForOneHostAndPortAlone() {
        RestClient excepted = client("loopback.example:" + (canary.port() + 1));

        assertThatThrownBy(() ->
                        excepted.get()
                                .uri("http://loopback.example:" + canary.port())
                                .retrieve()
                                .body(String.class))
                .hasRootCauseInstanceOf(OutboundDenied.class)
                .hasRootCauseMessage(
                        "loopback.example:%1$d is at 127.0.0.1, in the denied network 127.0.0.0/8; opslore.outbound.allowed-hosts can make an exception of loopback.example:%1$d"
                                .formatted(canary.port()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp://both.example:2376",
                "https://mapped.example",
                "http://six.example",
                "https://metadata.google.internal",
                "https://[::ffff:127.0.0.1]",
                "tcp://127.0.0.1:2375",
                "tcp://10.255.255.1",
                "https://somebody@10.255.255.1",
                "unix:///var/run/docker.sock"
            })
    void aTransportOfItsOwnIsToldWhereItMayNotGo(String address) {
        assertThatThrownBy(() ->
                        TestingOutbound.lookingUp(new TestingNames())
                                .requireReachable(URI.create(address)))
                .isInstanceOf(OutboundDenied.class);
    }

    @Test
    void aTransportOfItsOwnMayGoElsewhereAndToExceptions() throws Exception {
        Outbound outbound = TestingOutbound.lookingUp(new TestingNames(), "loopback.example:2376");

        outbound.requireReachable(URI.create("tcp://10.255.255.1:2376"));
        outbound.requireReachable(URI.create("tcp://loopback.example:2376"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.1.2.3", "[::ffff:10.1.2.3]", "[64:ff9b::10.1.2.3]", "[2002:a01:203::]"})
    void aNetworkThatTheOperatorDeniesIsDeniedInEverySpelling(String host) {
        var outbound =
                new Outbound(
                        TestingOutbound.settings(List.of("10.0.0.0/8"), Set.of()),
                        new TestingNames());

        assertThatThrownBy(() ->
                        RestClient.builder()
                                .requestFactory(outbound.requests(new Reach(true, SHORT)))
                                .build()
                                .get()
                                .uri(URI.create("http://" + host + ":9/"))
                                .retrieve()
                                .body(String.class))
                .hasRootCauseInstanceOf(OutboundDenied.class);
    }

    @Test
    void withoutTlsOnlyWhereItIsAllowed() {
        var outbound = TestingOutbound.allowing("keycloak.internal:8080");
        var reach = new Reach(false, SHORT);

        assertThatThrownBy(() ->
                        outbound.requireWellWritten(URI.create("http://id.example.org/"), reach))
                .isInstanceOf(OutboundDenied.class);
        assertThat(wellWritten(outbound, "https://id.example.org/")).isTrue();
        assertThat(wellWritten(outbound, "http://keycloak.internal:8080/")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/endless", "/drips", "/silent"})
    void anAnswerHasAnEnd(String path) {
        long start = System.nanoTime();

        assertThatThrownBy(() -> http.get().uri(server.at(path)).retrieve().body(byte[].class))
                .isInstanceOf(RestClientException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(WHOLE.multipliedBy(5));
    }

    @Test
    void aRedirectIsFollowedNotEvenWhereItsTargetMayBeReached() {
        RestClient both = client(server.hostAndPort(), "127.0.0.1:" + canary.port());
        for (int status : REDIRECTS) {
            for (String path : List.of("0", String.valueOf(targets.indexOf("/elsewhere")))) {
                String redirecting = server.at("/redirect/" + status + "/" + path);
                assertThat(
                                both.get()
                                        .uri(redirecting)
                                        .retrieve()
                                        .toBodilessEntity()
                                        .getStatusCode())
                        .matches(code -> code.value() == status);
            }
        }
        assertThat(canary.hits()).isEmpty();
    }

    @Test
    void whatComesPackedStaysPacked() {
        assertThat(http.get().uri(server.at("/bomb")).retrieve().body(byte[].class))
                .hasSizeLessThan(60_000);
    }

    @Test
    void aProxyIsNoWayAround() {
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(
                ProxySelector.of(new InetSocketAddress("127.0.0.1", canary.port())));
        System.setProperty("socksProxyHost", "127.0.0.1");
        System.setProperty("socksProxyPort", String.valueOf(canary.port()));
        try {
            assertThat(http.get().uri(server.at("/plain")).retrieve().body(String.class))
                    .isEqualTo("plain");
        } finally {
            ProxySelector.setDefault(before);
            System.clearProperty("socksProxyHost");
            System.clearProperty("socksProxyPort");
        }
        assertThat(canary.hits()).isEmpty();
    }

    private void get(String form) {
        try {
            http.get().uri(URI.create(form)).retrieve().body(String.class);
        } catch (RuntimeException e) {
            // Whatever is said of it, what counts is where it went.
            assertThat(e).isNotNull();
        }
    }

    private void getAsTemplate(String form) {
        try {
            http.get().uri(form).retrieve().body(String.class);
        } catch (RuntimeException e) {
            assertThat(e).isNotNull();
        }
    }

    private static boolean wellWritten(Outbound outbound, String address) {
        try {
            outbound.requireWellWritten(URI.create(address), new Reach(false, SHORT));
            return true;
        } catch (OutboundDenied e) {
            return false;
        }
    }

    private static RestClient client(String... allowed) {
        var settings =
                new OutboundSettings(
                        List.of(), Set.of(allowed), SHORT, WHOLE, DataSize.ofKilobytes(64), "");
        return RestClient.builder()
                .requestFactory(
                        new Outbound(settings, new TestingNames()).requests(new Reach(true, SHORT)))
                .build();
    }
}
