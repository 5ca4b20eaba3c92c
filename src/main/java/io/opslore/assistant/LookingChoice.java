package io.opslore.assistant;

import io.opslore.identity.Asker;
import io.opslore.tools.LiveTools;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Whether a person's questions may look into live systems: they may, until the person says
 * otherwise. Thread-safe.
 */
@Service
public class LookingChoice {

    private final JdbcClient jdbc;
    private final LiveTools live;
    private final LookupSettings settings;

    LookingChoice(JdbcClient jdbc, LiveTools live, LookupSettings settings) {
        this.jdbc = jdbc;
        this.live = live;
        this.settings = settings;
    }

    /** For everyone: whether there is anything to look into for them. */
    public boolean isOffered(Asker asker) {
        return settings.calls() > 0 && !live.offered(asker).tools().isEmpty();
    }

    /** For everyone: what they have chosen last. */
    public boolean isOn(Asker asker) {
        return jdbc.sql("select 1 from looks_nowhere where account_id = ?")
                .param(asker.id().value())
                .query(Integer.class)
                .optional()
                .isEmpty();
    }

    /** For everyone: from now on, until they choose again. */
    public void choose(boolean on, Asker asker) {
        jdbc.sql(
                        on
                                ? "delete from looks_nowhere where account_id = ?"
                                : "insert into looks_nowhere values (?) on conflict do nothing")
                .param(asker.id().value())
                .update();
    }
}
