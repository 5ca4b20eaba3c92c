package io.opslore.sources.live;

import io.opslore.sources.DryRun;
import io.opslore.sources.SourceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was seen of systems that forget, so that a later look can go on from there. A dry run leaves
 * it as it is. Thread-safe.
 */
@Repository
class LiveMemory {

    private final JdbcClient jdbc;

    LiveMemory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rests of names that begin like that. */
    List<String> names(SourceId source, String prefix) {
        return jdbc.sql(
                        """
                        select name from source_memory
                        where source = :source and starts_with(name, :prefix)
                        """)
                .param("source", source.value())
                .param("prefix", prefix)
                .query((row, number) -> row.getString("name").substring(prefix.length()))
                .list();
    }

    Optional<String> recall(SourceId source, String name) {
        return jdbc.sql("select content from source_memory where source = ? and name = ?")
                .params(source.value(), name)
                .query(String.class)
                .optional();
    }

    /** By the rest of their names. */
    Map<String, String> recallAll(SourceId source, String prefix) {
        Map<String, String> found = new TreeMap<>();
        jdbc.sql(
                        """
                        select name, content from source_memory
                        where source = :source and starts_with(name, :prefix)
                        """)
                .param("source", source.value())
                .param("prefix", prefix)
                .query((row, number) -> Map.entry(row.getString("name"), row.getString("content")))
                .list()
                .forEach(row -> found.put(row.getKey().substring(prefix.length()), row.getValue()));
        return found;
    }

    void keep(SourceId source, String name, String content) {
        if (DryRun.isOn()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into source_memory (source, name, content)
                        select id, :name, :content from source where id = :source
                        on conflict (source, name) do update set content = excluded.content
                        """)
                .param("source", source.value())
                .param("name", name)
                .param("content", content)
                .update();
    }

    void forget(SourceId source, String name) {
        if (DryRun.isOn()) {
            return;
        }
        jdbc.sql("delete from source_memory where source = ? and name = ?")
                .params(source.value(), name)
                .update();
    }
}
