package io.opslore.sources;

import io.opslore.library.DocumentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was dealt with of each source, in PostgreSQL. Thread-safe. */
@Repository
class FileRows {

    private final JdbcClient jdbc;

    FileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By path. */
    Map<String, KnownFile> of(SourceId source) {
        Map<String, KnownFile> files = new HashMap<>();
        jdbc.sql("select * from source_file where source = ?")
                .param(source.value())
                .query((row, number) -> known(row))
                .list()
                .forEach(file -> files.put(file.path(), file));
        return files;
    }

    void put(SourceId source, KnownFile file) {
        PassedOver passed = file.passed();
        DocumentId document = file.document();
        jdbc.sql(
                        """
                        insert into source_file (source, path, blob, place, passed, document)
                        values (:source, :path, :blob, :place, :passed, :document)
                        on conflict (source, path) do update set blob = excluded.blob,
                            place = excluded.place, passed = excluded.passed,
                            document = excluded.document
                        """)
                .param("source", source.value())
                .param("path", file.path())
                .param("blob", file.blob())
                .param("place", file.place())
                .param("passed", passed == null ? "" : passed.name())
                .param("document", document == null ? null : document.value())
                .update();
    }

    void remove(SourceId source, String path) {
        jdbc.sql("delete from source_file where source = ? and path = ?")
                .params(source.value(), path)
                .update();
    }

    /** What was passed over may be wanted by other rules. */
    void forgetPassedOver(SourceId source) {
        jdbc.sql("delete from source_file where source = ? and passed <> ''")
                .param(source.value())
                .update();
    }

    private static KnownFile known(ResultSet row) throws SQLException {
        String passed = row.getString("passed");
        UUID document = row.getObject("document", UUID.class);
        return new KnownFile(
                row.getString("path"),
                row.getString("blob"),
                row.getString("place"),
                passed.isEmpty() ? null : PassedOver.valueOf(passed),
                document == null ? null : new DocumentId(document));
    }
}
