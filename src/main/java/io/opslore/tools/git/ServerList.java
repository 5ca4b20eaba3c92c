package io.opslore.tools.git;

import io.opslore.connections.gitea.GiteaServers;
import io.opslore.identity.Asker;
import io.opslore.tools.Found;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A tool that lists what a server holds beside a repository, by the server's pages. */
abstract class ServerList<T> implements GiteaTool {

    private final ToolInfo info;
    private final String none;
    private final ServerRepository repository;

    /**
     * @param none the hint where there is nothing to list
     */
    ServerList(ToolInfo info, String none, ServerRepository repository) {
        this.info = info;
        this.none = none;
        this.repository = repository;
    }

    /** As the server tells it. */
    abstract List<T> page(ServerRepository.Chosen chosen, ToolArguments arguments, int page);

    /** Whether it is asked for; what the server chooses from by itself is. */
    boolean isWanted(T one, ToolArguments arguments) {
        return true;
    }

    /** What is told of one. */
    abstract Map<String, Object> row(T one);

    @Override
    public final ToolInfo info() {
        return info;
    }

    @Override
    public final Found find(ToolArguments arguments, Asker asker) {
        var chosen = repository.open(arguments, asker);
        Cursor cursor = Cursor.of(arguments);
        List<T> page = page(chosen, arguments, cursor.page());
        List<Found.Item> items = new ArrayList<>();
        for (int at = cursor.row(); at < page.size(); at++) {
            if (isWanted(page.get(at), arguments)) {
                items.add(new Found.Item(row(page.get(at)), cursor.after(at)));
            }
        }
        return new Found(
                chosen.title(),
                "",
                items,
                page.size() == GiteaServers.PAGE,
                items.isEmpty() ? none : "");
    }
}
