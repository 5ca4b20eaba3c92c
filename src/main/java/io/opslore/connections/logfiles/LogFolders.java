package io.opslore.connections.logfiles;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.connections.ConnectionsSettings;
import io.opslore.guard.MaskScope;
import io.opslore.guard.Masking;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.springframework.stereotype.Service;

/** Opens folders of log files. Thread-safe. */
@Service
public class LogFolders {

    /** Of connections to folders of log files. */
    public static final String KIND = "logfiles";

    private static final String USUAL = "**.log\n**.log.*";

    private final ConnectionsSettings settings;
    private final Masking masking;

    LogFolders(ConnectionsSettings settings, Masking masking) {
        this.settings = settings;
        this.masking = masking;
    }

    /**
     * @throws ConnectionFailed where the folder is not one that may be read
     */
    public LogFolder open(Connection connection) {
        String globs = connection.setting("globs").isEmpty() ? USUAL : connection.setting("globs");
        try {
            Path folder = Path.of(connection.setting("folder"));
            List<PathMatcher> wanted =
                    globs.lines()
                            .map(String::strip)
                            .filter(glob -> !glob.isEmpty())
                            .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
                            .toList();
            return new LogFolder(
                    settings.requireFolder(folder),
                    wanted,
                    masking,
                    MaskScope.space(connection.space().value()));
        } catch (InvalidPathException | PatternSyntaxException e) {
            throw new ConnectionFailed(
                    Reason.UNFIT,
                    "That is no folder, or no pattern of file names.",
                    "Enter a folder such as /var/log/app, and patterns such as **.log.",
                    e);
        }
    }
}
