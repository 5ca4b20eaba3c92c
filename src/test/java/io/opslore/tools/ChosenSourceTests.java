package io.opslore.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.opslore.tools.ToolFailure.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class ChosenSourceTests extends PortalTest {

    @Autowired private ChosenSource chosen;
    @Autowired private Accounts accounts;
    @Autowired private Spaces spaces;
    @Autowired private SpaceAccess access;
    @Autowired private ApplicationContext portal;

    private final String kind = "made-" + UUID.randomUUID();
    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final List<ConnectionId> kept = new ArrayList<>();
    private Asker reader;
    private Space open;
    private Space closed;

    @BeforeEach
    void aSpaceForAllAndOneForNobody() {
        Asker admin = TestingAskers.with(accounts, Role.ADMIN);
        reader = TestingAskers.with(accounts, Role.READER);
        open = spaces.create("Open " + id, "", admin);
        closed = spaces.create("Closed " + id, "", admin);
        access.set(closed.id(), List.of(), admin);
    }

    @AfterEach
    void forget() {
        kept.forEach(one -> TestingConnections.remove(one, portal));
    }

    @Test
    void opensTheOnlyOneWithoutBeingTold() {
        connect("one-" + id, kind, open);
        connect("hidden-" + id, kind, closed);
        connect("other-" + id, kind + "y", open);

        assertThat(open().id().value()).isEqualTo("one-" + id);
        assertThat(open("one-" + id).kind()).isEqualTo(kind);
    }

    @Test
    void asksWhichWhereThereAreSeveral() {
        connect("one-" + id, kind, open);
        connect("two-" + id, kind + "x", open);

        assertThat(chosen.open(arguments(Map.of()), reader, kind + "x").id().value())
                .isEqualTo("two-" + id);
        assertFails(Code.INVALID_ARGUMENT, "one-%s, two-%s".formatted(id, id));
        assertThat(open("two-" + id).kind()).isEqualTo(kind + "x");
    }

    @Test
    void knowsNothingOfWhatTheAskerMayNotLookInto() {
        assertFails(Code.NOT_FOUND, "Ask an administrator");

        connect("hidden-" + id, kind, closed);

        assertFails(Code.NOT_FOUND, "Ask an administrator");
        assertThatThrownBy(() -> open("hidden-" + id))
                .hasMessage("There is no source 'hidden-%s' of that kind for you.", id);
        assertThatThrownBy(() -> open("absent-" + id))
                .hasMessage("There is no source 'absent-%s' of that kind for you.", id);
    }

    private void assertFails(Code code, String suggestion) {
        assertThatThrownBy(this::open)
                .asInstanceOf(InstanceOfAssertFactories.type(ToolFailure.class))
                .satisfies(failure -> {
                    assertThat(failure.code()).isEqualTo(code);
                    assertThat(failure.suggestion()).contains(suggestion);
                });
    }

    private Connection open() {
        return chosen.open(arguments(Map.of()), reader, kind, kind + "x");
    }

    private Connection open(String source) {
        return chosen.open(arguments(Map.of("source", source)), reader, kind, kind + "x");
    }

    private static ToolArguments arguments(Map<String, String> given) {
        return ToolArguments.fitting(
                new ToolInfo(
                        "made_things_list",
                        "List things",
                        "Lists things.",
                        List.of(ChosenSource.parameter())),
                given);
    }

    private void connect(String name, String ofKind, Space space) {
        var connection =
                new Connection(
                        new ConnectionId(name), name, ofKind, space.id(), Map.of(), Map.of());
        TestingConnections.put(connection, portal);
        kept.add(connection.id());
    }
}
