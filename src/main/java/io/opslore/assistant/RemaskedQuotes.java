package io.opslore.assistant;

import io.opslore.library.LineRange;
import io.opslore.library.RevisionRemasked;
import io.opslore.library.RevisionText;
import io.opslore.library.Revisions;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Quotes anew, from the same lines, what is cited of a text that was masked again: the old quote
 * may hold the very secret, and would not read as its lines do any more.
 */
@Component
class RemaskedQuotes {

    private final JdbcTemplate jdbc;
    private final Revisions revisions;

    RemaskedQuotes(JdbcTemplate jdbc, Revisions revisions) {
        this.jdbc = jdbc;
        this.revisions = revisions;
    }

    @EventListener
    void on(RevisionRemasked event) {
        revisions.text(event.revision()).ifPresent(text -> quoteAnew(event, text));
    }

    private void quoteAnew(RevisionRemasked event, RevisionText text) {
        Object revision = event.revision().value();
        jdbc.query(
                        "select distinct first_line, last_line from citation where revision_id = ?",
                        (row, n) -> new LineRange(row.getInt(1), row.getInt(2)),
                        revision)
                .forEach(lines -> {
                    String quote = text.quote(lines);
                    jdbc.update(
                            """
                            update citation set quote = ?, sha256 = ?
                            where revision_id = ? and first_line = ? and last_line = ?
                            """,
                            quote,
                            Citations.sha256(quote),
                            revision,
                            lines.first(),
                            lines.last());
                });
    }
}
