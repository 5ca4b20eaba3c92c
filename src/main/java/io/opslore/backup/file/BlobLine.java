package io.opslore.backup.file;

import io.opslore.library.Sha256;

/**
 * Original bytes that belong to a backup.
 *
 * @param file the backup that holds them; empty for this very one
 */
public record BlobLine(String sha256, long size, String file) {

    private static final int FIELDS = 3;

    /** Whether they are in this very file. */
    public boolean isHere() {
        return file.isEmpty();
    }

    String text() {
        return sha256 + "\t" + size + "\t" + file + "\n";
    }

    static BlobLine of(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS
                || !Sha256.isOne(fields[0])
                || !fields[1].matches("\\d{1,18}")) {
            throw new IllegalArgumentException("Not a line of " + Entries.BLOBS + ": " + line);
        }
        return new BlobLine(fields[0], Long.parseLong(fields[1]), fields[2]);
    }
}
