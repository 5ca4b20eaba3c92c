package io.opslore.assistant.trial;

import io.opslore.models.ModelTask;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Saved questions in PostgreSQL. Thread-safe. */
@Repository
class QuestionRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    QuestionRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the order in which they were added. */
    List<SavedQuestion> of(ModelTask task, int offset, int limit) {
        return jdbc.sql(
                        """
                        select id, question from saved_question where task = ?
                        order by added_at, id offset ? limit ?
                        """)
                .params(task.key(), offset, limit)
                .query((row, number) ->
                        new SavedQuestion(
                                row.getObject("id", UUID.class), task, row.getString("question")))
                .list();
    }

    int count(ModelTask task) {
        return jdbc.sql("select count(*) from saved_question where task = ?")
                .param(task.key())
                .query(Integer.class)
                .single();
    }

    SavedQuestion add(ModelTask task, String text) {
        var question = new SavedQuestion(UUID.randomUUID(), task, text);
        jdbc.sql(
                        """
                        insert into saved_question (id, task, question, added_at)
                        values (?, ?, ?, ?)
                        """)
                .params(question.id(), task.key(), text, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return question;
    }

    void remove(UUID id) {
        jdbc.sql("delete from saved_question where id = ?").param(id).update();
    }
}
