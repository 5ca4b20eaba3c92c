package io.opslore.operations.cli;

import io.opslore.library.BlobStore;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What was asked for on the command line.
 *
 * @param deleteSource whether to delete what was found whole at the target
 * @param dryRun only to say what there is to do
 */
record BlobsOptions(BlobStore to, boolean deleteSource, boolean dryRun) {

    static final String USAGE =
            """
            Usage: opslore blobs move --to s3|files [--delete-source] [--dry-run]

            Brings all original files from one store to the other, and reads each there to see that it
            is whole. Both are those of the settings (opslore.library.*). It may be ended at any moment
            and begun again, and goes on where it was. The old store keeps everything unless
            --delete-source is given. No portal may run meanwhile. Afterwards set
            opslore.library.store.
            """;

    private static final Set<String> SWITCHES = Set.of("--delete-source", "--dry-run");

    /** Throws {@link IllegalArgumentException} with what is wrong. */
    static BlobsOptions of(List<String> arguments) {
        if (arguments.size() < 3 || !arguments.subList(0, 2).equals(List.of("move", "--to"))) {
            throw new IllegalArgumentException("It takes: move --to s3|files");
        }
        List<String> switches = arguments.subList(3, arguments.size());
        for (String each : switches) {
            if (!SWITCHES.contains(each)) {
                throw new IllegalArgumentException("Not understood: " + each);
            }
        }
        return new BlobsOptions(
                store(arguments.get(2)),
                switches.contains("--delete-source"),
                switches.contains("--dry-run"));
    }

    private static BlobStore store(String name) {
        try {
            return BlobStore.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("No such store: " + name, e);
        }
    }
}
