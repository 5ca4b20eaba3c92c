package io.opslore.tools.git;

import io.opslore.connections.git.CommitId;
import io.opslore.connections.git.GitRepository;
import io.opslore.connections.git.Sight;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolFailure;
import io.opslore.tools.ToolFailure.Code;

/**
 * A repository that a call reads.
 *
 * @param name as people know it
 * @param sight what of its files may be seen
 */
record Opened(String name, GitRepository repository, Sight sight) {

    /** The commit that an argument means, or else the newest of the default branch. */
    CommitId commit(ToolArguments arguments, String argument) {
        return arguments
                .find(argument)
                .map(repository::resolve)
                .or(repository::head)
                .orElseThrow(() ->
                        new ToolFailure(
                                Code.NOT_FOUND,
                                "The repository is empty, or names no default branch.",
                                "List its branches with git_refs_list and give one as ref."));
    }
}
