package io.opslore.tools.git;

import io.opslore.connections.gitea.GiteaServers;
import io.opslore.tools.Paged;
import io.opslore.tools.ToolArguments;

/**
 * Where to go on in what a server tells by pages.
 *
 * @param page from 1
 * @param row of it, from 0
 */
record Cursor(int page, int row) {

    static Cursor of(ToolArguments arguments) {
        int position = Paged.position(arguments);
        return new Cursor(position / GiteaServers.PAGE + 1, position % GiteaServers.PAGE);
    }

    /** Behind a row of the page. */
    String after(int row) {
        return Integer.toString((page - 1) * GiteaServers.PAGE + row + 1);
    }
}
