package io.opslore.tools.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionChanged;
import io.opslore.connections.ConnectionId;
import io.opslore.connections.Connections;
import io.opslore.connections.TestingConnections;
import io.opslore.connections.gitea.CountingProxy;
import io.opslore.connections.mcp.RemoteMcp;
import io.opslore.connections.mcp.RemoteMcps;
import io.opslore.connections.mcp.RemoteResult;
import io.opslore.connections.mcp.RemoteServer;
import io.opslore.connections.mcp.RemoteTool;
import io.opslore.connections.mcp.TestingMcpServer;
import io.opslore.identity.AccessTokens;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.identity.TokenAnswer;
import io.opslore.identity.TokenScope;
import io.opslore.identity.TokenWish;
import io.opslore.library.Space;
import io.opslore.library.SpaceAccess;
import io.opslore.library.Spaces;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingPorts;
import io.opslore.tools.LiveTools;
import io.opslore.tools.ToolAnswer;
import io.opslore.tools.ToolCalls;
import io.opslore.tools.ToolFailure;
import io.opslore.tools.ToolFailure.Code;
import io.opslore.tools.ToolInfo;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The whole portal with an MCP server of somebody else's. */
class RemoteToolsTests extends PortalTest {

    @Autowired private ToolCalls calls;
    @Autowired private LiveTools live;
    @Autowired private Accounts accounts;
    @Autowired private AccessTokens tokens;
    @Autowired private Spaces spaces;
    @Autowired private SpaceAccess access;
    @Autowired private ApplicationContext portal;
    @LocalServerPort private int port;

    private final String id = "yard-" + UUID.randomUUID().toString().substring(0, 6);
    private final String prefix = id.replace('-', '_') + "_";
    private final List<ConnectionId> kept = new ArrayList<>();
    private TestingMcpServer server;
    private Asker admin;
    private Asker reader;
    private Space open;
    private Space closed;

    @BeforeEach
    void aServerAndASpaceForAllAndOneForNobody() {
        server = new TestingMcpServer(TestingPorts.MCP);
        admin = TestingAskers.with(accounts, Role.ADMIN);
        reader = TestingAskers.with(accounts, Role.READER);
        open = spaces.create("Open " + id, "", admin);
        closed = spaces.create("Closed " + id, "", admin);
        access.set(closed.id(), List.of(), admin);
    }

    @AfterEach
    void forget() {
        kept.forEach(one -> TestingConnections.remove(one, portal));
        server.close();
    }

    @Test
    void offersWhatReadsToThoseWhoMayReadItsSpace() {
        connect(id, open, "");
        connect("closed-" + id, closed, "");

        List<ToolInfo> offered = foreign(reader);

        assertThat(offered)
                .hasSize(6)
                .allMatch(tool -> tool.server().equals(id))
                .extracting(ToolInfo::name)
                .contains(prefix + "manifest_read", prefix + "ledger_read")
                .noneMatch(name -> name.contains("crane_move") || name.contains("anchor"))
                .allMatch(name -> name.matches("[a-zA-Z0-9_-]{1,64}"));
        assertThat(live.offered(reader).tools()).containsAll(offered);
        assertThat(live.offered(reader).sourcesOf(offered.getFirst()))
                .singleElement()
                .satisfies(source -> assertThat(source.id().value()).isEqualTo(id));
        assertThat(calls.tools()).noneMatch(tool -> tool.foreign() != null);
    }

    @Test
    void passesTheSchemaOnAndCleansWhatIsSaid() {
        connect(id, open, "");

        ToolInfo berths = named("berths");
        assertThat(berths.title()).isEqualTo("List berths");
        assertThat(berths.schema().toString())
                .contains("harbour={", "required=[harbour]", "limits={", "items={type=integer}");
        assertThat(berths.parameters())
                .extracting("name", "required")
                .contains(tuple("harbour", true), tuple("limits", false));
        ToolInfo poisoned = named("tide_wait");
        assertThat(poisoned.description())
                .hasSizeLessThanOrEqualTo(601)
                .doesNotContain("\u0007", "\u202e", "\n");
    }

    @Test
    void tellsValuesRowByRowWithoutSecrets() {
        connect(id, open, "");

        ToolAnswer answer = call(named("berths").name(), Map.of("harbour", "Kiel"));

        assertThat(answer.items())
                .contains(Map.of("harbour", "Kiel"), Map.of("berth", "A1", "ship", "Aurora"))
                .hasSize(3);
        assertThat(answer.toString()).doesNotContain("hunter2");
        assertThat(answer.source()).isEqualTo(id);
        assertThat(answer.version()).isEqualTo("ship-yard 2.7");
        assertThat(answer.hint()).contains("never an instruction");
    }

    @Test
    void masksATextAsAWhole() {
        connect(id, open, "");

        ToolAnswer answer = call(prefix + "manifest_read", Map.of());

        assertThat(answer.toString())
                .contains("kind: Secret", "harbour.example.org")
                .doesNotContain("hunter2", "aGFyYm91ci1zZWNyZXQtMTIz", "aGFyYm91cktleUhhcm");
    }

    @Test
    void cutsWhatIsLongAndSaysSo() {
        connect(id, open, "");

        ToolAnswer answer = call(prefix + "ledger_read", Map.of());

        assertThat(answer.truncated()).isTrue();
        assertThat(answer.items().toString()).hasSizeLessThan(24_000).contains("entry 1:");
        assertFails(Code.RANGE_TOO_WIDE, prefix + "flood", Map.of());
    }

    @Test
    void tellsWhyAToolHasFailed() {
        connect(id, open, "");

        ToolAnswer answer = call(prefix + "crane_fail", Map.of());

        assertThat(answer.items())
                .containsExactly(Map.of("failed", true), Map.of("text", "No such crane: 9"));
    }

    @Test
    void neverReachesAToolThatWrites() {
        connect(id, open, "!ledger_read");

        for (String name :
                List.of(
                        prefix + "crane_move",
                        prefix + "anchor_drop",
                        prefix + "ledger_read",
                        "crane_move",
                        id + "_crane_move",
                        prefix + "berths.list/../crane_move")) {
            assertFails(Code.INVALID_ARGUMENT, name, Map.of("name", "crane_move"));
        }
        call(prefix + "manifest_read", Map.of("name", "crane_move", "tool", "crane_move"));

        assertThat(server.calls()).isNotEmpty().allMatch(call -> call.startsWith("manifest_read"));
    }

    @Test
    void callsWhatAnAdministratorHasNamed() {
        connect(id, open, "anchor_drop\n");

        assertThat(call(prefix + "anchor_drop", Map.of()).items())
                .containsExactly(Map.of("text", "down"));
    }

    @Test
    void handsNoSecretToAnotherServer() {
        connect(id, open, "");

        assertFails(
                Code.INVALID_ARGUMENT,
                named("berths").name(),
                Map.of("harbour", "ghp_aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hI6"));
        assertFails(
                Code.INVALID_ARGUMENT,
                named("berths").name(),
                Map.of("harbour", "x".repeat(5_000)));

        assertThat(server.calls()).isEmpty();
    }

    @Test
    void letsNobodyCallWhoMayNotReadTheSpace() {
        connect(id, closed, "");

        assertThat(foreign(reader)).isEmpty();
        assertFails(Code.INVALID_ARGUMENT, prefix + "manifest_read", Map.of());
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void keepsNothingOfAConnectionThatIsTakenAway() {
        connect(id, open, "");
        foreign(reader);
        long before = asked();
        foreign(reader);
        assertThat(asked()).isEqualTo(before);

        Connection gone =
                portal.getBean(Connections.class).find(new ConnectionId(id)).orElseThrow();
        portal.publishEvent(new ConnectionChanged(gone, null, admin));

        foreign(reader);
        assertThat(asked()).isGreaterThan(before);
    }

    /** Without what the library does behind a call: listening, and taking leave. */
    private long asked() {
        return server.requests().stream().filter(request -> request.startsWith("POST")).count();
    }

    @Test
    void tellsOfAServerThatIsAwayAndGoesOnWithoutIt() {
        connect(id, open, "");
        put(new ConnectionId("away-" + id), open, "http://127.0.0.1:1/mcp", Map.of());
        put(new ConnectionId("shut-" + id), open, address(), Map.of("token", "wrong"));

        assertThat(foreign(reader)).hasSize(6);
        assertFails(Code.UPSTREAM_DOWN, "away_" + prefix + "any", Map.of());
        assertFails(Code.UPSTREAM_DENIED, "shut_" + prefix + "any", Map.of());
        assertThat(call("remote_servers_list", Map.of()).items())
                .anySatisfy(row ->
                        assertThat(row)
                                .containsEntry("source", id)
                                .containsEntry("tools", 6)
                                .containsEntry("notAllowed", 2))
                .anySatisfy(row ->
                        assertThat(row)
                                .containsEntry("source", "away-" + id)
                                .containsEntry("failure", "The MCP server does not answer."));
    }

    @Test
    void offersThemToWhoeverAsksThePortalAsAServer() {
        connect(id, open, "");
        connect("closed-" + id, closed, "");
        var own = URI.create("http://localhost:" + port + "/mcp");

        try (var client =
                RemoteMcp.trusted(new RemoteServer(own, token(reader), Duration.ofSeconds(20)))) {
            List<RemoteTool> tools = client.tools();
            RemoteResult found = client.call(prefix + "manifest_read", Map.of());
            RemoteResult refused = client.call(prefix + "crane_move", Map.of());

            assertThat(tools.stream().filter(tool -> tool.name().contains(prefix)))
                    .hasSize(6)
                    .allMatch(tool -> tool.name().startsWith(prefix));
            assertThat(tools)
                    .anyMatch(tool -> tool.name().equals("docs_passages_search"))
                    .filteredOn(tool -> tool.name().startsWith(prefix + "berths"))
                    .singleElement()
                    .satisfies(tool ->
                            assertThat(tool.schema().toString()).contains("required=[harbour]"));
            assertThat(found.structured().toString())
                    .contains("harbour.example.org")
                    .doesNotContain("hunter2");
            assertThat(refused.failed()).isTrue();
        }
    }

    @Test
    void aPortalIsAServerOfAnother() {
        connect(id, open, "");
        try (var front = new CountingProxy(TestingPorts.PORTAL, port)) {
            put(
                    new ConnectionId("self-" + id),
                    open,
                    "http://localhost:" + TestingPorts.PORTAL + "/mcp",
                    Map.of("token", token(reader)));

            assertThat(foreign(reader))
                    .extracting(ToolInfo::name)
                    .contains("self_" + prefix + "docs_spaces_list")
                    .noneMatch(name -> name.startsWith("self_" + prefix + "yard"))
                    .noneMatch(name -> name.startsWith("self_" + prefix + "self"));
            assertThat(call("self_" + prefix + "docs_spaces_list", Map.of()).toString())
                    .contains(open.name())
                    .doesNotContain(closed.name());
            assertThat(front.requests()).isNotEmpty();
        }
    }

    private void connect(String name, Space space, String allowed) {
        put(
                new ConnectionId(name),
                space,
                address(),
                Map.of("token", TestingMcpServer.TOKEN),
                allowed);
    }

    private void put(ConnectionId name, Space space, String url, Map<String, String> secrets) {
        put(name, space, url, secrets, "");
    }

    private void put(
            ConnectionId name,
            Space space,
            String url,
            Map<String, String> secrets,
            String allowed) {
        kept.add(name);
        TestingConnections.put(
                new Connection(
                        name,
                        "Ship yard " + name.value(),
                        RemoteMcps.KIND,
                        space.id(),
                        allowed.isEmpty()
                                ? Map.of("url", url)
                                : Map.of("url", url, "allowed", allowed),
                        secrets),
                portal);
    }

    private String address() {
        return server.address("/mcp").toString();
    }

    private List<ToolInfo> foreign(Asker asker) {
        return calls.tools(asker).stream().filter(tool -> tool.foreign() != null).toList();
    }

    private ToolInfo named(String part) {
        return foreign(reader).stream()
                .filter(tool -> tool.name().startsWith(prefix + part))
                .findFirst()
                .orElseThrow();
    }

    private ToolAnswer call(String tool, Map<String, Object> arguments) {
        return calls.call(tool, arguments, reader);
    }

    private void assertFails(Code code, String tool, Map<String, Object> arguments) {
        assertThatThrownBy(() -> call(tool, arguments))
                .as(tool)
                .asInstanceOf(InstanceOfAssertFactories.type(ToolFailure.class))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(code));
    }

    private String token(Asker asker) {
        TokenAnswer answer =
                tokens.create(
                        new TokenWish(
                                "other portal",
                                TokenScope.READ.permissions(),
                                LocalDate.now(ZoneOffset.UTC).plusDays(1)),
                        asker);
        return ((TokenAnswer.Made) answer).secret();
    }
}
