package io.opslore.retrieval;

import io.opslore.library.RevisionRemasked;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Drops the chunks of a text that was replaced, in the transaction that replaces it: no moment has
 * the new text and pieces of the old. {@link Indexing#renew} makes them anew.
 */
@Component
class Outdated {

    private final JdbcTemplate jdbc;

    Outdated(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(RevisionRemasked event) {
        jdbc.update("delete from indexed_revision where revision_id = ?", event.revision().value());
    }
}
