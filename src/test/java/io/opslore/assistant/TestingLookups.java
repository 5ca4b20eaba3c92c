package io.opslore.assistant;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionField;
import io.opslore.connections.ConnectionType;
import io.opslore.identity.Asker;
import io.opslore.library.DocumentId;
import io.opslore.tools.Found;
import io.opslore.tools.Tool;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolFailure;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A kind of server that can be connected, and the one tool that looks into it. */
class TestingLookups implements Tool, ConnectionType {

    static final String KIND = "testing";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile List<Map<String, ?>> rows = List.of();
    private volatile @Nullable DocumentId quoted;
    private volatile String broken = "";

    /** From now on it finds these. */
    void find(List<Map<String, ?>> found) {
        rows = found;
        quoted = null;
        broken = "";
        asked.clear();
    }

    /** From now on it tells from this document too. */
    void quote(DocumentId document) {
        quoted = document;
    }

    /** From now on its server is away. */
    void leave() {
        fail("The cluster does not answer.");
    }

    /** From now on it finds nothing, for this reason. */
    void fail(String why) {
        broken = why;
        asked.clear();
    }

    /** The pods that were asked for, in order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public ToolInfo info() {
        return new ToolInfo(
                "testing_pods_list",
                "List pods",
                "Lists pods with their state.",
                List.of(
                        ToolParameter.text("source", "id of the cluster").optional(),
                        ToolParameter.text("pod", "name of a pod").optional()));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public Found find(ToolArguments arguments, Asker asker) {
        asked.add(arguments.find("pod").orElse("all"));
        if (!broken.isEmpty()) {
            throw new ToolFailure(ToolFailure.Code.UPSTREAM_DOWN, broken, "Try later.");
        }
        Found found =
                new Found(
                        "cluster",
                        "4711",
                        rows.stream().map(row -> new Found.Item(row, "")).toList(),
                        false,
                        "");
        DocumentId document = quoted;
        return document == null ? found : found.quoting(document);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<ConnectionField> fields() {
        return List.of(ConnectionField.line("url"), ConnectionField.secret("token").optional());
    }

    @Override
    public void check(Connection connection) {}

    @Override
    public String test(Connection connection) {
        return "testing";
    }
}
