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
final class OwnConfiguration extends SystemReader.Delegate {

    private OwnConfiguration(SystemReader surroundings) {
        super(surroundings);
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
    public @Nullable String getenv(String name) {
        return name.startsWith("GIT_") ? null : super.getenv(name);
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
