package io.opslore.schedules;

import io.opslore.replicas.ThisPortal;
import io.opslore.schedules.JobRun.Outcome;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Runs of jobs in PostgreSQL, by the database's clock. Thread-safe. */
@Repository
class JobRunRows {

    private final JdbcClient jdbc;
    private final ThisPortal self;

    JobRunRows(JdbcClient jdbc, ThisPortal self) {
        this.jdbc = jdbc;
        this.self = self;
    }

    /** Only one run of a job is open: one that was is broken off. */
    UUID begin(String job, @Nullable String begunBy) {
        breakOff(job);
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into job_run (id, job, began_at, portal_id, portal_host, begun_by, outcome)
                        values (:id, :job, clock_timestamp(), :portal, :host, :by, 'RUNNING')
                        """)
                .param("id", id)
                .param("job", job)
                .param("portal", self.id())
                .param("host", host())
                .param("by", begunBy)
                .update();
        return id;
    }

    /** Nothing where another portal has taken it for broken off meanwhile. */
    void end(UUID run, Outcome outcome, @Nullable JobResult result, String failure) {
        jdbc.sql(
                        """
                        update job_run set ended_at = clock_timestamp(), outcome = :outcome,
                            result = cast(:result as jsonb), failure = :failure
                        where id = :id and ended_at is null
                        """)
                .param("id", run)
                .param("outcome", outcome.name())
                .param(
                        "result",
                        result == null ? null : JsonMapper.shared().writeValueAsString(result))
                .param("failure", failure)
                .update();
    }

    void breakOff(String job) {
        jdbc.sql(
                        """
                        update job_run set ended_at = clock_timestamp(), outcome = 'BROKEN_OFF'
                        where job = ? and ended_at is null
                        """)
                .param(job)
                .update();
    }

    /** What this portal had in hand when it was killed. */
    void breakOffOwn() {
        jdbc.sql(
                        """
                        update job_run set ended_at = clock_timestamp(), outcome = 'BROKEN_OFF'
                        where portal_id = ? and ended_at is null
                        """)
                .param(self.id())
                .update();
    }

    void forgetAllBut(String job, int kept) {
        jdbc.sql(
                        """
                        delete from job_run where job = :job and ended_at is not null and id not in (
                            select id from job_run where job = :job
                            order by began_at desc, id limit :kept)
                        """)
                .param("job", job)
                .param("kept", kept)
                .update();
    }

    /** The latest first. */
    List<JobRun> runs(String job, int limit) {
        return jdbc.sql("select * from job_run where job = ? order by began_at desc, id limit ?")
                .param(job)
                .param(limit)
                .query(JobRunRows::run)
                .list();
    }

    /** The latest run of each job that has one. */
    List<JobRun> latest() {
        return jdbc.sql("select distinct on (job) * from job_run order by job, began_at desc, id")
                .query(JobRunRows::run)
                .list();
    }

    /** Leaves word who wants the next run. */
    void wish(String job, String by) {
        jdbc.sql(
                        """
                        insert into job_wish (job, wished_by) values (?, ?)
                        on conflict (job) do update set wished_by = excluded.wished_by
                        """)
                .param(job)
                .param(by)
                .update();
    }

    /** Who wanted this run; the word is gone then. */
    Optional<String> takeWish(String job) {
        return jdbc.sql("delete from job_wish where job = ? returning wished_by")
                .param(job)
                .query(String.class)
                .optional();
    }

    private static JobRun run(ResultSet row, int number) throws SQLException {
        String result = row.getString("result");
        return new JobRun(
                row.getString("job"),
                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("ended_at", OffsetDateTime.class)),
                row.getString("portal_host"),
                row.getString("begun_by"),
                Outcome.valueOf(row.getString("outcome")),
                result == null ? null : JsonMapper.shared().readValue(result, JobResult.class),
                row.getString("failure"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
