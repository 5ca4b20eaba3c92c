package io.opslore.backup.file;

/** The names of what is in a backup, in the order in which it comes. */
final class Entries {

    static final String ABOUT = "about.json";
    static final String BLOBS = "originals.tsv";
    static final String KEY = "secret.key";
    static final String MANIFEST = "manifest.json";

    private static final String ROWS = "rows/";
    private static final String COPY = ".copy";
    private static final String BLOB = "originals/";

    private Entries() {}

    static String table(String name) {
        return ROWS + name + COPY;
    }

    static boolean isTable(String entry) {
        return entry.startsWith(ROWS) && entry.endsWith(COPY);
    }

    static String tableOf(String entry) {
        return entry.substring(ROWS.length(), entry.length() - COPY.length());
    }

    static String blob(String sha256) {
        return BLOB + sha256.substring(0, 2) + "/" + sha256;
    }

    static boolean isBlob(String entry) {
        return entry.startsWith(BLOB);
    }

    static String blobOf(String entry) {
        return entry.substring(entry.lastIndexOf('/') + 1);
    }
}
