package io.opslore.connections.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.outbound.Outbound;
import io.opslore.outbound.TestingOutbound;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against a server that is written with the protocol's library. */
class RemoteMcpTests {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private TestingMcpServer server;
    private Outbound outbound;

    @BeforeEach
    void aServerOnThisMachine() {
        server = new TestingMcpServer(0);
        outbound = TestingOutbound.allowing("localhost:" + server.address("/").getPort());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tellsWhatTheServerOffersAndWhatOfItReads() {
        try (var remote = open("/mcp", LIMIT)) {
            List<RemoteTool> tools = remote.tools();

            assertThat(remote.version()).isEqualTo("ship-yard 2.7");
            assertThat(tools).hasSize(8);
            assertThat(tools.stream().filter(tool -> !tool.readOnly()).map(RemoteTool::name))
                    .containsExactlyInAnyOrder("crane_move", "anchor_drop");
            assertThat(tools.getFirst().schema()).containsKey("properties");
        }
    }

    @Test
    void callsAToolAndHandsOverItsTextAndItsValues() {
        try (var remote = open("/mcp", LIMIT)) {
            RemoteResult result = remote.call("berths.list", Map.of("harbour", "Kiel"));

            assertThat(result.failed()).isFalse();
            assertThat(result.texts()).containsExactly("the same once more");
            assertThat(result.structured().toString()).contains("Kiel", "Aurora");
            assertThat(remote.call("crane_fail", Map.of()).failed()).isTrue();
        }
    }

    @Test
    void takesLeaveOfTheServer() {
        try (var remote = open("/mcp", LIMIT)) {
            remote.tools();
        }
        await().atMost(LIMIT).until(() -> server.requests().contains("DELETE /mcp"));
    }

    @Test
    void stopsReadingWhatIsTooLong() {
        assertFails(
                Reason.TOO_WIDE,
                () -> {
                    try (var remote = open("/mcp", LIMIT)) {
                        remote.call("flood", Map.of());
                    }
                });
        long begun = System.nanoTime();
        assertFails(
                Reason.TOO_WIDE,
                () -> {
                    try (var remote = open("/huge", LIMIT)) {
                        remote.tools();
                    }
                });
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LIMIT);
    }

    @Test
    void waitsNoLongerThanItMay() {
        assertFails(
                Reason.TIMEOUT,
                () -> {
                    try (var remote = open("/mcp", Duration.ofSeconds(2))) {
                        remote.call("tide_wait", Map.of());
                    }
                });
    }

    @Test
    void saysThatTheTokenIsWrongInItsOwnWords() {
        assertFails(
                Reason.DENIED,
                () -> {
                    var wrong = new RemoteServer(server.address("/mcp"), "wrong", LIMIT);
                    try (var remote = RemoteMcp.guarded(wrong, outbound)) {
                        remote.tools();
                    }
                });
    }

    @Test
    void followsNoRedirect() {
        int before = server.requests().size();

        assertFails(
                Reason.UNSUPPORTED,
                () -> {
                    try (var remote = open("/elsewhere", LIMIT)) {
                        remote.tools();
                    }
                });

        assertThat(server.requests().subList(before, server.requests().size()))
                .isNotEmpty()
                .allMatch(request -> request.endsWith("/elsewhere"));
    }

    @Test
    void believesNoPageToBeAServer() {
        assertFails(
                Reason.UNSUPPORTED,
                () -> {
                    try (var remote = open("/page", LIMIT)) {
                        remote.tools();
                    }
                });
    }

    @Test
    void goesNowhereThatTheWayOutDoesNotLead() {
        int before = server.requests().size();

        assertFails(
                Reason.DENIED,
                () -> {
                    var own =
                            new RemoteServer(server.address("/mcp"), TestingMcpServer.TOKEN, LIMIT);
                    try (var remote = RemoteMcp.guarded(own, TestingOutbound.allowing())) {
                        remote.tools();
                    }
                });

        assertThat(server.requests()).hasSize(before);
    }

    private RemoteMcp open(String path, Duration limit) {
        return RemoteMcp.guarded(
                new RemoteServer(server.address(path), TestingMcpServer.TOKEN, limit), outbound);
    }

    private static void assertFails(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(ConnectionFailed.class))
                .satisfies(failed -> {
                    assertThat(failed.reason()).isEqualTo(reason);
                    assertThat(failed.getMessage()).doesNotContain("secret");
                    assertThat(failed.suggestion()).isNotBlank();
                });
    }
}
