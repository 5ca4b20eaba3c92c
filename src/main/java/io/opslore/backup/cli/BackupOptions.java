package io.opslore.backup.cli;

import io.opslore.backup.BackupRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param verify whether to look at one, and not to make one
 * @param target null for that of the settings
 * @param quiet whether a terminal is not shown how far it is
 */
record BackupOptions(
        boolean verify,
        @Nullable String target,
        boolean incremental,
        @Nullable String passwordFile,
        boolean key,
        boolean quiet) {

    static final String USAGE =
            """
            Usage: opslore backup [<file|folder/|s3://bucket/key>] [--incremental] [--password-file <file>]
                                  [--no-password] [--with-key] [--quiet]
                   opslore backup verify <file|s3://bucket/key> [--password-file <file>] [--no-password] [--quiet]

            Makes a backup of everything while the portal runs: one file, in its place when it is whole.
            Without a target it goes where opslore.backup.target says; a folder or an s3:// address that
            ends with a slash gets a name with the time. --incremental leaves out original files that are
            in earlier backups of the same place. --password-file encrypts it with what stands in the
            file (usual: opslore.backup.password-file); --no-password does not, whatever is set. The
            portal's secret key goes along only in an encrypted one, or with --with-key.

            verify reads it and all that it builds on to the last byte, and restores its rows into a
            database of its own. Ends with 0 if it can be restored, with 2 if not.

            A terminal is shown how far it is, but with --quiet.
            """;

    /** Throws {@link IllegalArgumentException} with what is wrong. */
    static BackupOptions of(List<String> arguments) {
        boolean verify = !arguments.isEmpty() && arguments.getFirst().equals("verify");
        List<String> rest =
                new ArrayList<>(verify ? arguments.subList(1, arguments.size()) : arguments);
        boolean incremental = !verify && rest.remove("--incremental");
        boolean key = !verify && rest.remove("--with-key");
        boolean quiet = rest.remove("--quiet");
        String password = rest.remove("--no-password") ? "" : passwordFile(rest);
        if (rest.size() > 1 || rest.stream().anyMatch(each -> each.startsWith("-"))) {
            throw new IllegalArgumentException("Not understood: " + String.join(" ", rest));
        }
        if (verify && rest.isEmpty()) {
            throw new IllegalArgumentException("It takes the backup to be verified");
        }
        String target = rest.isEmpty() ? null : absolute(rest.getFirst());
        return new BackupOptions(verify, target, incremental, password, key, quiet);
    }

    /** Takes the option and its file out of the arguments. */
    static @Nullable String passwordFile(List<String> arguments) {
        int at = arguments.indexOf("--password-file");
        if (at < 0) {
            return null;
        }
        if (at + 1 >= arguments.size()) {
            throw new IllegalArgumentException("--password-file takes a file");
        }
        arguments.remove(at);
        return absolute(arguments.remove(at));
    }

    /** The portal works in a folder of its own. */
    static String absolute(String target) {
        if (target.startsWith("s3://")) {
            return target;
        }
        String path = Path.of(target).toAbsolutePath().normalize().toString();
        return target.endsWith("/") && !path.endsWith("/") ? path + "/" : path;
    }

    BackupRequest request() {
        return new BackupRequest(target, incremental, passwordFile, key);
    }

    /** Where a running portal does it. */
    String address() {
        var address = new StringBuilder(verify ? "/api/backup/verify?" : "/api/backup?");
        if (target != null) {
            address.append("target=").append(encoded(target)).append('&');
        }
        if (passwordFile != null) {
            address.append("passwordFile=").append(encoded(passwordFile)).append('&');
        }
        return address.append("incremental=%s&key=%s".formatted(incremental, key)).toString();
    }

    /** Where it says how far it is. */
    String progressAddress() {
        return verify ? "/api/backup/verify/progress" : "/api/backup/progress";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
