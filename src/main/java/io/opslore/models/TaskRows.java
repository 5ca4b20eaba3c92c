package io.opslore.models;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What admins have set for the tasks, in PostgreSQL. Thread-safe. */
@Repository
class TaskRows implements TaskSetups {

    private final JdbcClient jdbc;
    private final DefaultSetups defaults;

    TaskRows(JdbcClient jdbc, DefaultSetups defaults) {
        this.jdbc = jdbc;
        this.defaults = defaults;
    }

    @Override
    public TaskSetup of(ModelTask task) {
        return defaults.overruled(own(task).orElseGet(() -> defaults.of(task)));
    }

    /** Empty where nobody has changed it. */
    Optional<TaskSetup> own(ModelTask task) {
        return jdbc.sql("select * from model_task where task = ?")
                .param(task.key())
                .query((row, number) -> setup(task, row))
                .optional();
    }

    /** Sets or replaces it. */
    void put(TaskSetup setup) {
        jdbc.sql(
                        """
                        insert into model_task
                            (task, model, context_tokens, temperature, keep_alive_seconds, thinking)
                        values (:task, :model, :context, :temperature, :kept, :thinking)
                        on conflict (task) do update set
                            model = excluded.model, context_tokens = excluded.context_tokens,
                            temperature = excluded.temperature, thinking = excluded.thinking,
                            keep_alive_seconds = excluded.keep_alive_seconds
                        """)
                .param("task", setup.task().key())
                .param("model", setup.model())
                .param("context", setup.contextTokens())
                .param("temperature", setup.temperature())
                .param(
                        "kept",
                        setup.keepAlive().map(Duration::toSeconds).orElse(null),
                        Types.BIGINT)
                .param("thinking", setup.thinking().name())
                .update();
    }

    /** Back to what the portal comes with. */
    void remove(ModelTask task) {
        jdbc.sql("delete from model_task where task = ?").param(task.key()).update();
    }

    private static TaskSetup setup(ModelTask task, ResultSet row) throws SQLException {
        @Nullable Long kept = row.getObject("keep_alive_seconds", Long.class);
        return new TaskSetup(
                task,
                row.getString("model"),
                row.getInt("context_tokens"),
                row.getDouble("temperature"),
                Optional.ofNullable(kept).map(Duration::ofSeconds),
                Thinking.valueOf(row.getString("thinking")));
    }
}
