package io.opslore.assistant.quick;

import io.opslore.assistant.lookup.PastedKind;
import io.opslore.assistant.lookup.PlannedCall;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Quick tasks in PostgreSQL. Thread-safe. */
@Repository
class QuickTaskRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<String>> TOOLS = new TypeReference<>() {};
    private static final TypeReference<List<PlannedCall>> CALLS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    QuickTaskRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they are offered. */
    List<QuickTask> all() {
        return jdbc.sql("select * from quick_task order by place, key")
                .query((row, number) -> task(row))
                .list();
    }

    Optional<QuickTask> find(String key) {
        return jdbc.sql("select * from quick_task where key = ?")
                .param(key)
                .query((row, number) -> task(row))
                .optional();
    }

    /** A new one goes to the end. */
    void put(QuickTask task) {
        jdbc.sql(
                        """
                        insert into quick_task
                            (key, place, shipped, enabled, title, prompt, task, tools, calls, pasted)
                        values (?, (select coalesce(max(place), 0) + 1 from quick_task), false,
                            ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)
                        on conflict (key) do update set enabled = excluded.enabled,
                            title = excluded.title, prompt = excluded.prompt,
                            task = excluded.task, tools = excluded.tools, calls = excluded.calls,
                            pasted = excluded.pasted
                        """)
                .param(task.key())
                .param(task.enabled())
                .param(task.title())
                .param(task.prompt())
                .param(task.task() == null ? null : task.task().key())
                .param(JSON.writeValueAsString(task.tools()))
                .param(JSON.writeValueAsString(task.calls()))
                .param(task.pasted() == null ? null : task.pasted().key())
                .update();
    }

    /** Those that came with the portal stay. */
    void remove(String key) {
        jdbc.sql("delete from quick_task where key = ? and not shipped").param(key).update();
    }

    private static QuickTask task(ResultSet row) throws SQLException {
        return new QuickTask(
                row.getString("key"),
                row.getBoolean("shipped"),
                row.getBoolean("enabled"),
                row.getString("title"),
                row.getString("prompt"),
                QuickTask.task(row.getString("task")).orElse(null),
                JSON.readValue(row.getString("tools"), TOOLS),
                JSON.readValue(row.getString("calls"), CALLS),
                Optional.ofNullable(row.getString("pasted")).flatMap(PastedKind::of).orElse(null));
    }
}
