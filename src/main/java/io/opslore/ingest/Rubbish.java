package io.opslore.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What systems and tools leave in folders and nobody means to upload. Hidden files as such are no
 * rubbish: pipelines live in {@code .github} and {@code .gitlab-ci.yml}.
 */
public final class Rubbish {

    /** Folders that are passed over with all that is in them; lower-case. */
    public static final List<String> FOLDERS =
            List.of(
                    ".git",
                    ".svn",
                    ".hg",
                    "__macosx",
                    "node_modules",
                    ".idea",
                    ".vscode",
                    "__pycache__",
                    ".terraform",
                    "$recycle.bin");

    /** Files that are passed over; lower-case. */
    public static final List<String> FILES = List.of(".ds_store", "thumbs.db", "desktop.ini");

    /** So begin the shadows of files on foreign disks, and the locks of open documents. */
    public static final List<String> PREFIXES = List.of("._", "~$", ".~lock.");

    private Rubbish() {}

    /**
     * The part of a slash-separated path that makes it rubbish: a folder with its slash, or all.
     */
    public static Optional<String> in(String path) {
        int from = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
            if (FOLDERS.contains(path.substring(from, slash).toLowerCase(Locale.ROOT))) {
                return Optional.of(path.substring(0, slash + 1));
            }
            from = slash + 1;
        }
        String name = path.substring(from).toLowerCase(Locale.ROOT);
        boolean rubbish = FILES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
        return rubbish ? Optional.of(path) : Optional.empty();
    }
}
