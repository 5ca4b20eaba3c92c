package io.opslore.connections.folder;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionField;
import io.opslore.connections.ConnectionType;
import java.util.List;
import org.springframework.stereotype.Component;

/** A folder of the portal's machine. */
@Component
class FolderType implements ConnectionType {

    private static final List<ConnectionField> FIELDS =
            List.of(ConnectionField.line(Folders.FOLDER));

    private final Folders folders;

    FolderType(Folders folders) {
        this.folders = folders;
    }

    @Override
    public String kind() {
        return Folders.KIND;
    }

    @Override
    public List<ConnectionField> fields() {
        return FIELDS;
    }

    @Override
    public void check(Connection connection) {
        folders.open(connection);
    }

    @Override
    public String test(Connection connection) {
        List<FolderFile> files = folders.open(connection).files();
        long bytes = files.stream().mapToLong(FolderFile::bytes).sum();
        return "%d files, %d KiB".formatted(files.size(), bytes >> 10);
    }
}
