package io.opslore.connections.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * What JGit knows of its surroundings: not the Git settings of the machine or of the user that runs
 * the portal, which could send requests elsewhere, and for which it would run a program.
 */
final class OwnConfiguration extends SystemReader {

    private final SystemReader surroundings;

    private OwnConfiguration(SystemReader surroundings) {
        this.surroundings = surroundings;
    }

    /** For the whole process: only this package uses JGit. */
    static void install() {
        SystemReader.setInstance(new OwnConfiguration(SystemReader.getInstance()));
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS files) {
        return new Empty(parent, files);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS files) {
        return new Empty(parent, files);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS files) {
        return new Empty(parent, files);
    }

    @Override
    public String getHostname() {
        return surroundings.getHostname();
    }

    @Override
    public @Nullable String getenv(String name) {
        return name.startsWith("GIT_") ? null : surroundings.getenv(name);
    }

    @Override
    public @Nullable String getProperty(String name) {
        return surroundings.getProperty(name);
    }

    @Override
    @SuppressWarnings("removal")
    public long getCurrentTime() {
        return surroundings.getCurrentTime();
    }

    @Override
    @SuppressWarnings("removal")
    public int getTimezone(long when) {
        return surroundings.getTimezone(when);
    }

    private static final class Empty extends FileBasedConfig {

        Empty(@Nullable Config parent, FS files) {
            super(parent, new java.io.File("none"), files);
        }

        @Override
        public void load() {}

        @Override
        public boolean isOutdated() {
            return false;
        }

        @Override
        public void save() {}
    }
}
