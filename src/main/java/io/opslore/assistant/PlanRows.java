package io.opslore.assistant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Plans of answers in PostgreSQL. Thread-safe. */
@Repository
class PlanRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<UUID>> IDS = new TypeReference<>() {};
    private static final TypeReference<List<FoundPart>> PARTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    PlanRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** That of an answer that was taken back meanwhile is let go. */
    void keep(PlanRow plan) {
        jdbc.sql(
                        """
                        insert into lookup_plan
                        select id, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ? from answer
                        where id = ? on conflict do nothing
                        """)
                .param(plan.round())
                .param(plan.model())
                .param(plan.rules())
                .param(JSON.writeValueAsString(plan.earlier()))
                .param(JSON.writeValueAsString(plan.found()))
                .param(JSON.writeValueAsString(plan.spaces()))
                .param(plan.said())
                .param(plan.sha256())
                .param(plan.answer())
                .update();
    }

    /** The first one first. */
    List<PlanRow> of(UUID answer) {
        return jdbc.sql("select * from lookup_plan where answer_id = ? order by round")
                .param(answer)
                .query((row, number) -> plan(row))
                .list();
    }

    private static PlanRow plan(ResultSet row) throws SQLException {
        return new PlanRow(
                row.getObject("answer_id", UUID.class),
                row.getInt("round"),
                row.getString("model"),
                row.getString("rules"),
                JSON.readValue(row.getString("earlier"), IDS),
                JSON.readValue(row.getString("found"), PARTS),
                JSON.readValue(row.getString("spaces"), IDS),
                row.getString("said"),
                row.getString("sha256"));
    }
}
