package io.opslore.library;

import io.opslore.health.Condition;
import io.opslore.health.Dependency;
import io.opslore.health.DiskRoom;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.springframework.stereotype.Component;

/** Where the original bytes are kept. */
@Component
class OriginalsDependency implements Dependency {

    /** Nothing has this hash, so that asking for it costs nothing and changes nothing. */
    private static final String NOTHING = "0".repeat(64);

    private final Blobs blobs;
    private final LibrarySettings settings;

    OriginalsDependency(Blobs blobs, LibrarySettings settings) {
        this.blobs = blobs;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "originals";
    }

    @Override
    public Condition look() throws IOException {
        return switch (settings.store()) {
            case FILES -> DiskRoom.look(settings.blobs());
            case S3 -> s3();
        };
    }

    private Condition s3() throws IOException {
        try {
            blobs.open(NOTHING).close();
        } catch (NoSuchFileException e) {
            // As it should be: the server has answered, and let the portal read.
        }
        return Condition.up("s3.up");
    }
}
