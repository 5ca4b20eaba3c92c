package io.opslore.outbound.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProbeTests {

    private HttpServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void whatAnswersThatItIsReadyIsReady() throws IOException {
        assertThat(Probe.isReady(answering(200))).isTrue();
    }

    @Test
    void whatIsStartingOrEndingIsNot() throws IOException {
        assertThat(Probe.isReady(answering(503))).isFalse();
    }

    @Test
    void whereNobodyListensNobodyIsReady() {
        assertThat(Probe.isReady(Map.of("SERVER_PORT", "1"))).isFalse();
    }

    @Test
    void aPlainServerIsNotReadyWhereItShouldBeEncrypted() throws IOException {
        Map<String, String> plain = answering(200);

        assertThat(
                        Probe.isReady(
                                Map.of(
                                        "SERVER_PORT",
                                        plain.get("SERVER_PORT"),
                                        "SERVER_SSL_BUNDLE",
                                        "portal")))
                .isFalse();
    }

    private Map<String, String> answering(int status) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/actuator/health/readiness",
                exchange -> {
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
        return Map.of("SERVER_PORT", Integer.toString(server.getAddress().getPort()));
    }
}
