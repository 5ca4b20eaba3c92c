package io.opslore.tools.git;

import io.opslore.connections.git.GitConnectionType;
import io.opslore.connections.gitea.GiteaConnectionType;
import io.opslore.tools.Tool;
import java.util.Set;

/** A tool that looks into repositories, wherever they are. */
interface GitTool extends Tool {

    @Override
    default Set<String> kinds() {
        return Set.of(GitConnectionType.KIND, GiteaConnectionType.KIND);
    }
}
