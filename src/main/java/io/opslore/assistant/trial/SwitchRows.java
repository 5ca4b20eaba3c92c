package io.opslore.assistant.trial;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which trials made a model take over, in PostgreSQL. Thread-safe. */
@Repository
class SwitchRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    SwitchRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(ModelTrial trial, String from) {
        jdbc.sql(
                        """
                        insert into model_switch (trial_id, task, from_model, to_model, switched_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        trial.id().value(),
                        trial.task().key(),
                        from,
                        trial.candidate(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The model that was wanted before the trial's switch. */
    String from(ModelTrial trial) {
        return jdbc.sql(
                        """
                        select from_model from model_switch
                        where trial_id = ? and rolled_back_at is null order by id desc limit 1
                        """)
                .param(trial.id().value())
                .query(String.class)
                .single();
    }

    void rolledBack(ModelTrial trial) {
        jdbc.sql(
                        """
                        update model_switch set rolled_back_at = ?
                        where trial_id = ? and rolled_back_at is null
                        """)
                .params(clock.instant().atOffset(ZoneOffset.UTC), trial.id().value())
                .update();
    }
}
