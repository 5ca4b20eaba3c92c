package io.opslore.connections.logfiles;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionField;
import io.opslore.connections.ConnectionType;
import java.util.List;
import org.springframework.stereotype.Component;

/** A folder of log files. */
@Component
class LogFilesType implements ConnectionType {

    private static final List<ConnectionField> FIELDS =
            List.of(ConnectionField.line("folder"), ConnectionField.lines("globs").optional());

    private final LogFolders folders;

    LogFilesType(LogFolders folders) {
        this.folders = folders;
    }

    @Override
    public String kind() {
        return LogFolders.KIND;
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
        List<LogFile> files = folders.open(connection).files();
        long bytes = files.stream().mapToLong(LogFile::bytes).sum();
        return "%d files, %d KiB".formatted(files.size(), bytes >> 10);
    }
}
