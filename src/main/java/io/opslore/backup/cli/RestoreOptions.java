package io.opslore.backup.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param into the data folder; null for the usual one
 * @param replace whether what is there may go
 * @param quiet whether a terminal is not shown how far it is
 */
record RestoreOptions(
        String source,
        @Nullable String into,
        @Nullable String passwordFile,
        boolean replace,
        boolean quiet) {

    static final String USAGE =
            """
            Usage: opslore restore <file|s3://bucket/key> [--into <data folder>] [--password-file <file>] [--force]
                                   [--quiet]

            Makes a backup what the portal holds: rows into the database of the settings, original files into
            their store, the secret key into the data folder if it is in the backup. No portal may run there.
            The backup, and all that it builds on, is read to its last byte before anything is changed.
            Refuses a backup of a newer version, and a database that holds something; --force deletes what
            the database holds first. A restore that was ended half way leaves a portal that does not start;
            restore again with --force. A terminal is shown how far it is, but with --quiet.
            """;

    /** Throws {@link IllegalArgumentException} with what is wrong. */
    static RestoreOptions of(List<String> arguments) {
        List<String> rest = new ArrayList<>(arguments);
        boolean replace = rest.remove("--force");
        boolean quiet = rest.remove("--quiet");
        String passwordFile = BackupOptions.passwordFile(rest);
        String into = null;
        int at = rest.indexOf("--into");
        if (at >= 0 && at + 1 < rest.size()) {
            rest.remove(at);
            into = BackupOptions.absolute(rest.remove(at));
        }
        if (rest.size() != 1 || rest.getFirst().startsWith("-")) {
            throw new IllegalArgumentException(
                    rest.isEmpty()
                            ? "It takes the backup to be restored"
                            : "Not understood: " + String.join(" ", rest));
        }
        return new RestoreOptions(
                BackupOptions.absolute(rest.getFirst()), into, passwordFile, replace, quiet);
    }

    List<String> settings() {
        return into == null ? List.of() : List.of("--opslore.data=" + into);
    }
}
