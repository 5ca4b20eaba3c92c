package io.opslore.library;

import io.opslore.library.Difference.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whether every revision's original bytes are there, and no others. */
@Component
class OriginalsCheck implements StoreCheck {

    private final JdbcTemplate jdbc;
    private final Blobs blobs;
    private final BlobCleaning cleaning;

    OriginalsCheck(JdbcTemplate jdbc, Blobs blobs, BlobCleaning cleaning) {
        this.jdbc = jdbc;
        this.blobs = blobs;
        this.cleaning = cleaning;
    }

    @Override
    public List<Difference> differences(boolean everyByte) {
        try {
            // The store first: what is in it and wanted was there before it was wanted.
            Map<String, Blobs.Held> held = held();
            List<Difference> differences = new ArrayList<>();
            for (Wanted wanted : wanted()) {
                Blobs.Held found = held.remove(wanted.sha256());
                if (found == null) {
                    differences.add(missing(wanted));
                } else if (found.size() != wanted.size() || everyByte && isDamaged(wanted)) {
                    differences.add(damaged(wanted));
                }
            }
            held.values().forEach(unused -> differences.add(unused(unused)));
            return differences;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Blobs.Held> held() throws IOException {
        Map<String, Blobs.Held> held = new HashMap<>();
        blobs.held().forEach(blob -> held.put(blob.sha256(), blob));
        return held;
    }

    private List<Wanted> wanted() {
        return jdbc.query(
                """
                select distinct on (r.sha256) r.sha256, r.size, d.path, r.number
                from revision r join document d on d.id = r.document_id
                order by r.sha256, d.path, r.number
                """,
                (row, n) ->
                        new Wanted(
                                row.getString("sha256"),
                                row.getLong("size"),
                                "%s, revision %d"
                                        .formatted(row.getString("path"), row.getInt("number"))));
    }

    private boolean isDamaged(Wanted wanted) throws IOException {
        try (InputStream bytes = blobs.open(wanted.sha256())) {
            return !Sha256.of(bytes).equals(wanted.sha256());
        }
    }

    private static Difference missing(Wanted wanted) {
        return Difference.lasting(Kind.ORIGINAL_MISSING, wanted.subject(), wanted.sha256());
    }

    private static Difference damaged(Wanted wanted) {
        return Difference.lasting(Kind.ORIGINAL_DAMAGED, wanted.subject(), wanted.sha256());
    }

    private Difference unused(Blobs.Held unused) {
        return Difference.repairable(
                Kind.ORIGINAL_UNUSED,
                unused.sha256(),
                unused.size() + " bytes",
                () -> cleaning.clean(unused.sha256()));
    }

    /** Original bytes that a revision needs. */
    private record Wanted(String sha256, long size, String subject) {}
}
