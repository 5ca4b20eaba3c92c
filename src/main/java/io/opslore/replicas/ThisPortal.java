package io.opslore.replicas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which of the portals this one is. The id outlives restarts. Thread-safe. */
@Component
public class ThisPortal {

    private final Path file;
    private @Nullable UUID id;

    ThisPortal(ReplicaSettings settings) {
        file = settings.idFile();
    }

    /** Made when it is first asked for. */
    public synchronized UUID id() {
        if (id == null) {
            id = readOrMake();
        }
        return id;
    }

    private UUID readOrMake() {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, UUID.randomUUID().toString());
            }
            return UUID.fromString(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("Not the id of a portal: " + file, e);
        }
    }
}
