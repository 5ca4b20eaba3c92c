package io.opslore.connections.git;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody's work on a repository: a folder with files, and a bare repository it is pushed to. */
public final class TestingWork {

    private final Path folder;

    /** Makes {@code <name>.git} below the folder, and a work tree beside it. */
    public TestingWork(Path below, String name) {
        folder = below.resolve(name + "-work");
        run(below, "git", "init", "-q", "--bare", "-b", "main", name + ".git");
        run(below, "git", "init", "-q", "-b", "main", folder.toString());
        git("remote", "add", "origin", below.resolve(name + ".git").toString());
    }

    public TestingWork write(String path, String text) {
        return write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public TestingWork write(String path, byte[] bytes) {
        try {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.write(folder.resolve(path), bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that was written; the commit's id. */
    public String commit(String author, String message) {
        git("add", "-A");
        git(
                "-c",
                "user.name=" + author,
                "-c",
                "user.email=a@example.org",
                "commit",
                "-q",
                "--allow-empty",
                "-m",
                message);
        return git("rev-parse", "HEAD");
    }

    /** All branches and tags. */
    public void push() {
        git(
                "push",
                "-q",
                "--force",
                "--prune",
                "origin",
                "refs/heads/*:refs/heads/*",
                "refs/tags/*:refs/tags/*");
    }

    public String git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        return run(folder, command.toArray(String[]::new));
    }

    private static String run(Path folder, String... command) {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("GIT_CONFIG_SYSTEM", "/dev/null");
        builder.environment().put("GIT_COMMITTER_NAME", "Committer");
        builder.environment().put("GIT_COMMITTER_EMAIL", "c@example.org");
        builder.environment().put("GIT_AUTHOR_DATE", "2026-03-04T05:06:07Z");
        try {
            Process process = builder.start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said);
            }
            return said.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException());
        }
    }
}
