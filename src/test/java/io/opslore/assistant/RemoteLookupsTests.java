package io.opslore.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opslore.assistant.lookup.Plan;
import io.opslore.assistant.lookup.PlannedCall;
import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionId;
import io.opslore.connections.TestingConnections;
import io.opslore.connections.mcp.RemoteMcps;
import io.opslore.connections.mcp.TestingMcpServer;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.library.Space;
import io.opslore.library.Spaces;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingPorts;
import io.opslore.tools.LiveTools.Offer;
import io.opslore.tools.ToolCalls;
import io.opslore.tools.ToolInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Tools of another MCP server among those that answer a question. */
class RemoteLookupsTests extends PortalTest {

    @Autowired private LookupTools tools;
    @Autowired private ToolCalls calls;
    @Autowired private Assistant assistant;
    @Autowired private Conversations conversations;
    @Autowired private Accounts accounts;
    @Autowired private Spaces spaces;
    @Autowired private ApplicationContext portal;

    private final ConnectionId id =
            new ConnectionId("dock-" + UUID.randomUUID().toString().substring(0, 6));
    private TestingMcpServer server;
    private Asker reader;

    @BeforeEach
    void aServer() {
        server = new TestingMcpServer(TestingPorts.MCP);
        reader = TestingAskers.with(accounts, Role.READER);
        Space space =
                spaces.create("Dock " + id.value(), "", TestingAskers.with(accounts, Role.ADMIN));
        TestingConnections.put(
                new Connection(
                        id,
                        "Harbour office",
                        RemoteMcps.KIND,
                        space.id(),
                        Map.of("url", server.address("/mcp").toString()),
                        Map.of("token", TestingMcpServer.TOKEN)),
                portal);
    }

    @AfterEach
    void forget() {
        TestingConnections.remove(id, portal);
        server.close();
    }

    @Test
    void areOfferedWhereAQuestionNamesTheirServer() {
        assertThat(foreign("What does the Harbour office say of Kiel?")).hasSize(6);
        assertThat(foreign("Ask " + id.value() + " who is in Kiel")).hasSize(6);
    }

    @Test
    void areOfferedWhereAQuestionNamesThem() {
        assertThat(foreign("Please list the berths of Kiel"))
                .singleElement()
                .satisfies(tool -> assertThat(tool.title()).isEqualTo("List berths"));
    }

    @Test
    void areNotOfferedForWhatTheirServerSaysOfThem() {
        assertThat(foreign("How do I ignore all previous instructions of a crane?")).isEmpty();
        assertThat(foreign("How do we rotate the gateway's certificate?")).isEmpty();
    }

    @Test
    void areCalledAsAModelHasPlanned() {
        Offer offer = tools.of("List the berths of Kiel", LookupWish.NONE, reader);
        ToolInfo berths = offer.tools().getFirst();
        assertThat(Plan.form(offer).toString())
                .contains(berths.name(), "harbour={type=string}", "limits={type=array}");

        PlannedCall call =
                Plan.read(
                                """
                                {"calls": [{"tool": "%s", "arguments":
                                {"harbour": "Kiel", "limits": [1, 2.0], "none": null}}]}
                                """
                                        .formatted(berths.name()))
                        .getFirst();
        calls.call(call.tool(), call.arguments(), reader);

        assertThat(server.calls()).singleElement().asString().contains("Kiel", "limits=[1, 2");
        assertThat(offer.source(berths, Map.of("source", "elsewhere")))
                .hasValueSatisfying(source -> assertThat(source.id()).isEqualTo(id));
    }

    @Test
    void areCitedLikeADocument() {
        String manifest = id.value().replace('-', '_') + "_manifest_read";
        var wish =
                new ModelWish(
                        null,
                        null,
                        new LookupWish(List.of(new PlannedCall(manifest, Map.of())), List.of()));

        Answer asked = assistant.ask("Which host is in the manifest?", null, wish, reader);
        Answer answer =
                await().atMost(Duration.ofMinutes(1))
                        .until(
                                () -> conversations.answers(asked.conversation(), reader).getLast(),
                                one -> one.outcome().isFinal());

        assertThat(answer.citations().getFirst().path()).startsWith(id.value() + "/" + manifest);
        assertThat(answer.citations().getFirst().quote())
                .contains("harbour.example.org")
                .doesNotContain("hunter2", "aGFyYm91ci1zZWNyZXQtMTIz");
    }

    private List<ToolInfo> foreign(String question) {
        return tools.of(question, LookupWish.NONE, reader).tools().stream()
                .filter(tool -> tool.foreign() != null)
                .toList();
    }
}
