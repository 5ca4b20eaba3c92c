package io.opslore.testing;

import io.opslore.connections.git.TestingGitServer;
import io.opslore.connections.git.TestingWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** One Git server over HTTP for all tests of the portal, which may speak to it. */
public final class TestingRepositories {

    private static final Path FOLDER = folder();
    private static final @Nullable TestingGitServer SERVER = server();

    private TestingRepositories() {}

    /** Where nothing listens if there is no Git on this machine. */
    public static String hostAndPort() {
        return SERVER == null ? "localhost:1" : SERVER.hostAndPort();
    }

    /** Where nothing listens if there is no Git on this machine. */
    public static URI address(String name) {
        return SERVER == null
                ? URI.create("http://localhost:1/" + name)
                : SERVER.address(name + ".git");
    }

    /** Somebody's work on a new repository of that name; skips the test where there is no Git. */
    public static TestingWork work(String name) {
        if (SERVER == null) {
            throw new TestAbortedException("There is no git with http-backend on the PATH");
        }
        return new TestingWork(FOLDER, name);
    }

    private static @Nullable TestingGitServer server() {
        try {
            return new TestingGitServer(FOLDER);
        } catch (TestAbortedException absent) {
            return null;
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("repositories");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
