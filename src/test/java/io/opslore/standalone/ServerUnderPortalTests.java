package io.opslore.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionId;
import io.opslore.connections.TestingConnections;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.library.Space;
import io.opslore.library.SpaceAccess;
import io.opslore.library.Spaces;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingPortalProcess;
import io.opslore.testing.TestingPorts;
import io.opslore.tools.ToolAnswer;
import io.opslore.tools.ToolCalls;
import io.opslore.tools.ToolFailure;
import io.opslore.tools.ToolInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A portal that leaves looking to a server of ours that runs alone, with rights of its own. */
class ServerUnderPortalTests extends PortalTest {

    private static final String TOKEN = "what the portal brings to that server";

    @Autowired private ToolCalls calls;
    @Autowired private Accounts accounts;
    @Autowired private Spaces spaces;
    @Autowired private SpaceAccess access;
    @Autowired private ApplicationContext portal;
    @TempDir private Path scratch;

    private final String id = "logs-" + UUID.randomUUID().toString().substring(0, 6);
    private final String tail = id.replace('-', '_') + "_logs_file_tail";

    @AfterEach
    void disconnect() {
        TestingConnections.remove(new ConnectionId(id), portal);
    }

    @Test
    void readersOfTheSpaceLookThroughItAndItsRecordNamesThem() throws IOException {
        Asker admin = TestingAskers.with(accounts, Role.ADMIN);
        Asker reader =
                accounts.create(
                        "анна-" + UUID.randomUUID(), "one-time-password", Set.of(Role.READER));
        Space space = spaces.create("Logs " + id, "", admin);
        Files.writeString(scratch.resolve("app.log"), "ERROR no route, password=hunter2hunter2\n");
        try (TestingPortalProcess server = server()) {
            connect(space);

            assertThat(calls.tools(reader)).extracting(ToolInfo::name).contains(tail);
            ToolAnswer answer = calls.call(tail, Map.of("file", "app.log"), reader);
            assertThat(answer.items().toString())
                    .contains("no route", "«secret:password#")
                    .doesNotContain("hunter2");
            assertThat(answer.masked().count()).isPositive();
            await().untilAsserted(() ->
                    assertThat(server.output())
                            .contains("\"actor\":\"" + reader.username() + "\"")
                            .contains("\"via\":\"token portal\""));

            access.set(space.id(), List.of(), admin);
            assertThat(calls.tools(reader)).extracting(ToolInfo::name).doesNotContain(tail);
            assertThatThrownBy(() -> calls.call(tail, Map.of("file", "app.log"), reader))
                    .isInstanceOf(ToolFailure.class);
        }
    }

    private void connect(Space space) {
        TestingConnections.put(
                new Connection(
                        new ConnectionId(id),
                        "Logs",
                        "mcp",
                        space.id(),
                        Map.of(
                                "url",
                                "http://localhost:%d/mcp".formatted(TestingPorts.MCP),
                                "tell",
                                "asker"),
                        Map.of("token", TOKEN)),
                portal);
    }

    private TestingPortalProcess server() {
        Map<String, String> environment =
                new HashMap<>(
                        TestingPortalProcess.variables(
                                Map.of(
                                        "opslore.role",
                                        "mcp-docs",
                                        "opslore.connections.folders",
                                        scratch.toString(),
                                        "opslore.mcp.tokens.portal",
                                        TOKEN,
                                        "opslore.mcp.on-behalf",
                                        "portal",
                                        "opslore.mcp.connections.app.kind",
                                        "logfiles",
                                        "opslore.mcp.connections.app.fields.folder",
                                        scratch.toString())));
        environment.put(TestingPortalProcess.PORT, Integer.toString(TestingPorts.MCP));
        return TestingPortalProcess.start(scratch.resolve("data"), environment);
    }
}
