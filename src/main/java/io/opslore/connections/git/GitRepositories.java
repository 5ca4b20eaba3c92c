package io.opslore.connections.git;

import java.time.Duration;
import org.springframework.stereotype.Service;

/**
 * Opens repositories to be read. Whoever calls has opened the connection for somebody, or works for
 * nobody. Thread-safe.
 */
@Service
public class GitRepositories {

    private final Mirrors mirrors;

    GitRepositories(Mirrors mirrors) {
        this.mirrors = mirrors;
    }

    /**
     * As it is at its server, or was a short while ago. The first time it is copied as a whole; who
     * cannot wait for that is told to come back.
     *
     * @throws io.opslore.connections.ConnectionFailed where it cannot be had
     */
    public GitRepository open(GitRemote remote) {
        return new GitRepository(mirrors.fresh(remote));
    }

    /**
     * As it is at its server now.
     *
     * @param wait how long to wait for it
     * @throws io.opslore.connections.ConnectionFailed where it cannot be had by then
     */
    public GitRepository refresh(GitRemote remote, Duration wait) {
        return new GitRepository(mirrors.current(remote, wait));
    }
}
