package io.opslore.leaks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Shows all that a portal keeps: every column of every table, every file, every word of an index.
 */
final class StoredBytes {

    private final JdbcTemplate jdbc;
    private final Path data;

    StoredBytes(JdbcTemplate jdbc, Path data) {
        this.jdbc = jdbc;
        this.data = data;
    }

    void database(SearchedPlaces places) {
        for (String table : names("select tablename from pg_tables where schemaname = 'public'")) {
            String rows = String.join("\n", names("select t::text from \"" + table + "\" t"));
            places.look("table " + table, rows);
            bytes(table).forEach(column -> bytes(table, column, places));
        }
    }

    private List<String> bytes(String table) {
        return jdbc.queryForList(
                """
                select column_name from information_schema.columns
                where table_schema = 'public' and table_name = ? and data_type = 'bytea'
                """,
                String.class,
                table);
    }

    private void bytes(String table, String column, SearchedPlaces places) {
        String sql = "select \"%s\" from \"%s\" where \"%1$s\" is not null";
        jdbc.query(
                sql.formatted(column, table),
                row -> {
                    places.look("table %s, %s".formatted(table, column), row.getBytes(1));
                });
    }

    private List<String> names(String sql) {
        return jdbc.queryForList(sql, String.class);
    }

    /** All but the originals: logs, index, what extraction left. */
    void files(SearchedPlaces places) throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = data.relativize(file).toString();
                if (!name.startsWith("blobs")) {
                    places.look("file " + name, Files.readAllBytes(file));
                    places.look("file name " + name, name);
                }
            }
        }
    }

    /** As the index itself reads it, which undoes how it is packed. */
    void index(SearchedPlaces places) throws IOException {
        try (Stream<Path> all = Files.walk(data.resolve("index"))) {
            for (Path folder : all.filter(Files::isDirectory).toList()) {
                try (var directory = FSDirectory.open(folder)) {
                    if (DirectoryReader.indexExists(directory)) {
                        index(folder, directory, places);
                    }
                }
            }
        }
    }

    private static void index(Path folder, FSDirectory directory, SearchedPlaces places)
            throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                String name = "index %s, part %d".formatted(folder.getFileName(), leaf.ord);
                for (FieldInfo field : leaf.reader().getFieldInfos()) {
                    places.look(name + ", words of " + field.name, words(leaf.reader(), field));
                }
                places.look(name + ", stored", stored(leaf.reader()));
            }
        }
    }

    private static String words(LeafReader reader, FieldInfo field) throws IOException {
        Terms terms = reader.terms(field.name);
        StringBuilder words = new StringBuilder();
        TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
        for (var term = each.next(); term != null; term = each.next()) {
            words.append(term.utf8ToString()).append('\n');
        }
        return words.toString();
    }

    private static String stored(LeafReader reader) throws IOException {
        StringBuilder stored = new StringBuilder();
        for (int document = 0; document < reader.maxDoc(); document++) {
            stored.append(reader.storedFields().document(document)).append('\n');
        }
        return stored.toString();
    }
}
