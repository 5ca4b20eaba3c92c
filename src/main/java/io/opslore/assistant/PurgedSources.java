package io.opslore.assistant;

import io.opslore.library.DocumentPurged;
import io.opslore.library.RevisionId;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps the end of a narrowed document from opening what was quoted of it: from then on its space
 * would be all that is known of who might read it.
 */
@Component
class PurgedSources {

    private final JdbcTemplate jdbc;

    PurgedSources(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(DocumentPurged event) {
        if (event.narrowed()) {
            jdbc.update(
                    "update answer_passage set space_id = null where revision_id = any (?)",
                    (Object)
                            event.revisions().stream().map(RevisionId::value).toArray(UUID[]::new));
        }
    }
}
