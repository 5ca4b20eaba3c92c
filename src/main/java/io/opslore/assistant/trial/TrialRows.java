package io.opslore.assistant.trial;

import io.opslore.assistant.Answer;
import io.opslore.assistant.Answer.Outcome;
import io.opslore.assistant.ConversationId;
import io.opslore.assistant.trial.ModelTrial.State;
import io.opslore.assistant.trial.ModelTrial.Switched;
import io.opslore.identity.Asker;
import io.opslore.models.ModelTask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Trials in PostgreSQL. Thread-safe. */
@Repository
class TrialRows {

    /** A running trial is touched more often by far. */
    private static final Duration DEAD = Duration.ofSeconds(30);

    private static final String FIGURES =
            """
            select count(*) as answers,
            count(*) filter (where outcome = 'ANSWERED') as answered,
            count(*) filter (where outcome = 'NO_SUPPORT') as not_found,
            count(*) filter (where outcome not in ('ANSWERED', 'NO_SUPPORT')) as failed,
            coalesce(sum(citations), 0) as citations,
            coalesce(sum(unsupported), 0) as unsupported,
            coalesce(percentile_disc(0.5) within group (order by millis), 0) as median
            from model_trial_answer where trial_id = ? and of_candidate = ?
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    TrialRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    TrialId begin(ModelTask task, String present, String candidate, int questions, Asker asker) {
        var id = new TrialId(UUID.randomUUID());
        jdbc.sql(
                        """
                        insert into model_trial (id, task, present, candidate, questions, state,
                        account_id, started_by, started_at, alive_at)
                        values (?, ?, ?, ?, ?, 'RUNNING', ?, ?, ?, ?)
                        """)
                .params(
                        id.value(),
                        task.key(),
                        present,
                        candidate,
                        questions,
                        asker.id().value(),
                        asker.username(),
                        now(),
                        now())
                .update();
        return id;
    }

    /** Its portal still works on it. */
    void touch(TrialId id) {
        jdbc.sql("update model_trial set alive_at = ? where id = ?")
                .params(now(), id.value())
                .update();
    }

    void end(TrialId id, State state, String failure) {
        jdbc.sql("update model_trial set state = ?, failure = ?, ended_at = ? where id = ?")
                .params(state.name(), failure, now(), id.value())
                .update();
    }

    /** Takes its conversation out of its owner's list. */
    void hide(ConversationId conversation) {
        jdbc.sql("update conversation set trial = true where id = ?")
                .param(conversation.value())
                .update();
    }

    void add(TrialId trial, int position, boolean ofCandidate, Answer answer) {
        jdbc.sql(
                        """
                        insert into model_trial_answer (trial_id, position, of_candidate, question,
                        conversation_id, outcome, citations, unsupported, millis)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        trial.value(),
                        position,
                        ofCandidate,
                        answer.question(),
                        answer.conversation().value(),
                        answer.outcome().name(),
                        answer.citations().size(),
                        answer.unsupported().size(),
                        answer.elapsed().toMillis())
                .update();
    }

    /** The newest first. */
    List<ModelTrial> all(int offset, int limit, Asker asker) {
        return jdbc.sql("select * from model_trial order by started_at desc, id offset ? limit ?")
                .params(offset, limit)
                .query((row, number) -> trial(row, asker))
                .list();
    }

    int count() {
        return jdbc.sql("select count(*) from model_trial").query(Integer.class).single();
    }

    Optional<ModelTrial> find(TrialId id, Asker asker) {
        return jdbc.sql("select * from model_trial where id = ?")
                .param(id.value())
                .query((row, number) -> trial(row, asker))
                .optional();
    }

    boolean isAnyRunning() {
        return jdbc.sql(
                                """
                                select count(*) from model_trial
                                where state = 'RUNNING' and alive_at > ?
                                """)
                        .param(now().minus(DEAD))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Question by question, the present model first. */
    List<TrialAnswer> answers(TrialId id) {
        return jdbc.sql(
                        """
                        select * from model_trial_answer where trial_id = ?
                        order by position, of_candidate
                        """)
                .param(id.value())
                .query((row, number) -> answer(row))
                .list();
    }

    private ModelTrial trial(ResultSet row, Asker asker) throws SQLException {
        var id = new TrialId(row.getObject("id", UUID.class));
        return new ModelTrial(
                id,
                ModelTask.of(row.getString("task")).orElse(ModelTask.GENERAL),
                row.getString("present"),
                row.getString("candidate"),
                row.getInt("questions"),
                state(row),
                row.getString("failure"),
                row.getString("started_by"),
                asker.id().value().equals(row.getObject("account_id", UUID.class)),
                instant(row, "started_at"),
                figures(id, false),
                figures(id, true),
                switched(id));
    }

    private State state(ResultSet row) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        boolean dead = instant(row, "alive_at").isBefore(clock.instant().minus(DEAD));
        return state == State.RUNNING && dead ? State.BROKEN_OFF : state;
    }

    private TrialFigures figures(TrialId id, boolean ofCandidate) {
        return jdbc.sql(FIGURES)
                .params(id.value(), ofCandidate)
                .query((row, number) ->
                        new TrialFigures(
                                row.getInt("answers"),
                                row.getInt("answered"),
                                row.getInt("not_found"),
                                row.getInt("failed"),
                                row.getInt("citations"),
                                row.getInt("unsupported"),
                                row.getLong("median")))
                .single();
    }

    private Switched switched(TrialId id) {
        return jdbc.sql(
                        """
                        select rolled_back_at is null from model_switch where trial_id = ?
                        order by id desc limit 1
                        """)
                .param(id.value())
                .query(Boolean.class)
                .optional()
                .map(stands -> stands ? Switched.YES : Switched.ROLLED_BACK)
                .orElse(Switched.NO);
    }

    private static TrialAnswer answer(ResultSet row) throws SQLException {
        @Nullable UUID conversation = row.getObject("conversation_id", UUID.class);
        return new TrialAnswer(
                row.getInt("position"),
                row.getBoolean("of_candidate"),
                row.getString("question"),
                conversation == null ? null : new ConversationId(conversation),
                Outcome.valueOf(row.getString("outcome")),
                row.getInt("citations"),
                row.getInt("unsupported"),
                Duration.ofMillis(row.getLong("millis")));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
