package io.opslore.quality;

import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Measurements in PostgreSQL. */
@Repository
class QualityRecords {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    QualityRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(SetReport report) {
        jdbc.sql(
                        """
                        insert into quality_run (set_name, measured_at, version, queries, report)
                        values (:set, :at, :version, :queries, :report::jsonb)
                        """)
                .param("set", report.set())
                .param("at", report.measuredAt().atOffset(ZoneOffset.UTC))
                .param("version", report.version())
                .param("queries", report.queries())
                .param("report", JSON.writeValueAsString(report))
                .update();
    }

    /** The newest of each set, by name. */
    List<SetReport> latest() {
        return jdbc.sql(
                        """
                        select distinct on (set_name) report from quality_run
                        order by set_name, measured_at desc, id desc
                        """)
                .query((row, n) -> read(row.getString(1)))
                .list();
    }

    /** A set's, the newest first. */
    List<SetReport> of(String set, int offset, int limit) {
        return jdbc.sql(
                        """
                        select report from quality_run where set_name = :set
                        order by measured_at desc, id desc offset :offset limit :limit
                        """)
                .param("set", set)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> read(row.getString(1)))
                .list();
    }

    int count(String set) {
        return jdbc.sql("select count(*) from quality_run where set_name = :set")
                .param("set", set)
                .query(Integer.class)
                .single();
    }

    private static SetReport read(String report) {
        return JSON.readValue(report, SetReport.class);
    }
}
