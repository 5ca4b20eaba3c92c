package io.opslore.assistant;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who works on which answer, in PostgreSQL. Thread-safe. */
@Repository
class UnfinishedRows {

    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient jdbc;

    UnfinishedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Cuts off what none of these works on, and says how many that were. */
    int cutOffAllBut(Collection<UUID> portals) {
        List<UUID> working = new ArrayList<>(portals);
        // An empty list is no SQL.
        working.add(NOBODY);
        return jdbc.sql(
                        """
                        update answer set outcome = 'CUT_OFF'
                        where outcome in ('SEARCHING', 'STREAMING')
                            and (portal_id is null or portal_id not in (:working))
                        """)
                .param("working", working)
                .update();
    }

    /** Which portal works on it; empty if it has ended. */
    Optional<UUID> portal(AnswerId answer) {
        return jdbc.sql(
                        """
                        select portal_id from answer
                        where id = ? and outcome in ('SEARCHING', 'STREAMING')
                        """)
                .param(answer.value())
                .query(UUID.class)
                .optional();
    }
}
