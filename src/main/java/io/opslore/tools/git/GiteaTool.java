package io.opslore.tools.git;

import io.opslore.connections.gitea.GiteaConnectionType;
import io.opslore.tools.Tool;
import java.util.Set;

/** A tool that asks a server of repositories what is not in Git. */
interface GiteaTool extends Tool {

    @Override
    default Set<String> kinds() {
        return Set.of(GiteaConnectionType.KIND);
    }
}
