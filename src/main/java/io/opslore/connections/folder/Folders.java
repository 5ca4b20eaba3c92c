package io.opslore.connections.folder;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.connections.ConnectionsSettings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.springframework.stereotype.Service;

/** Opens folders of the portal's machine. Thread-safe. */
@Service
public class Folders {

    /** Of connections to folders. */
    public static final String KIND = "folder";

    static final String FOLDER = "folder";

    private final ConnectionsSettings settings;

    Folders(ConnectionsSettings settings) {
        this.settings = settings;
    }

    /**
     * @throws ConnectionFailed where the folder is not one that may be read
     */
    public Folder open(Connection connection) {
        try {
            return new Folder(settings.requireFolder(Path.of(connection.setting(FOLDER))));
        } catch (InvalidPathException e) {
            throw new ConnectionFailed(
                    Reason.UNFIT, "That is no folder.", "Enter one such as /srv/handbook.", e);
        }
    }
}
