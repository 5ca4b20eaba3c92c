package io.opslore.backup.file;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What was found in a backup, to be held against its manifest. */
final class Tally {

    private record Found(long bytes, String sha256) {}

    private final Map<String, String> small = new HashMap<>();
    private final Map<String, Found> tables = new HashMap<>();
    private final Set<String> otherBytes = new HashSet<>();
    private int blobs;

    void small(String entry, String sha256) {
        small.put(entry, sha256);
    }

    void table(String name, long bytes, String sha256) {
        tables.put(name, new Found(bytes, sha256));
    }

    void blob(String address, String sha256) {
        blobs++;
        if (!address.equals(sha256)) {
            otherBytes.add(address);
        }
    }

    void require(Manifest manifest) throws Damaged {
        for (Manifest.Check check : manifest.checks()) {
            if (!check.sha256().equals(small.remove(check.entry()))) {
                throw new Damaged(check.entry(), "is not what the manifest says");
            }
        }
        if (!small.isEmpty()) {
            throw new Damaged(small.keySet().iterator().next(), "is not in the manifest");
        }
        for (Manifest.Table table : manifest.tables()) {
            requireTable(table);
        }
        if (!tables.isEmpty()) {
            throw new Damaged(
                    Entries.table(tables.keySet().iterator().next()), "is not in the manifest");
        }
        requireBlobs(manifest);
    }

    private void requireTable(Manifest.Table table) throws Damaged {
        Found found = tables.remove(table.name());
        if (found == null) {
            throw new Damaged(Entries.table(table.name()), "is missing");
        }
        if (found.bytes() != table.bytes() || !found.sha256().equals(table.sha256())) {
            throw new Damaged(Entries.table(table.name()), "is not what the manifest says");
        }
    }

    private void requireBlobs(Manifest manifest) throws Damaged {
        // What was damaged in the store already is told as such, not as damage of this file.
        manifest.damaged().forEach(otherBytes::remove);
        if (!otherBytes.isEmpty()) {
            throw new Damaged(
                    Entries.blob(otherBytes.iterator().next()), "holds other bytes than it should");
        }
        if (blobs != manifest.blobs()) {
            throw new Damaged(
                    Entries.BLOBS,
                    "%d original files instead of %d".formatted(blobs, manifest.blobs()));
        }
    }
}
