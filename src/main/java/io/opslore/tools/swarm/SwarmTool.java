package io.opslore.tools.swarm;

import io.opslore.connections.Connection;
import io.opslore.connections.swarm.Swarm;
import io.opslore.connections.swarm.Swarms;
import io.opslore.identity.Asker;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import io.opslore.tools.Tool;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A tool that looks into the swarm that its call names. */
abstract class SwarmTool implements Tool {

    private final ToolInfo info;
    private final ChosenSource source;
    private final Swarms swarms;

    /**
     * @param parameters besides the source
     */
    SwarmTool(
            ChosenSource source,
            Swarms swarms,
            String name,
            String title,
            String description,
            ToolParameter... parameters) {
        this.source = source;
        this.swarms = swarms;
        List<ToolParameter> all = new ArrayList<>(List.of(parameters));
        all.add(ChosenSource.parameter());
        info = new ToolInfo(name, title, description, all);
    }

    @Override
    public final ToolInfo info() {
        return info;
    }

    @Override
    public final Set<String> kinds() {
        return Set.of(Swarms.KIND);
    }

    @Override
    public final Found find(ToolArguments arguments, Asker asker) {
        Connection connection = source.open(arguments, asker, Swarms.KIND);
        try (Swarm swarm = swarms.open(connection)) {
            Call call = new Call(arguments, asker, connection.id().value());
            return find(swarm, call);
        }
    }

    /** What is found in an open swarm. */
    abstract Found find(Swarm swarm, Call call);

    /** A service's name, which most of these tools take. */
    static ToolParameter service() {
        return ToolParameter.text("service", "Name or id of the service, such as shop_api");
    }

    /**
     * @param source id of the connection
     */
    record Call(ToolArguments arguments, Asker asker, String source) {

        String text(String name) {
            return arguments.text(name);
        }

        /** Empty where it was left out. */
        String given(String name) {
            return arguments.find(name).orElse("");
        }
    }
}
