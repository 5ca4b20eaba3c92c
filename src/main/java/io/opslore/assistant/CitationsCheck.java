package io.opslore.assistant;

import io.opslore.library.Difference;
import io.opslore.library.Difference.Kind;
import io.opslore.library.LineRange;
import io.opslore.library.RevisionId;
import io.opslore.library.RevisionText;
import io.opslore.library.Revisions;
import io.opslore.library.StoreCheck;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whether every citation's lines still read as quoted; those of purged revisions have none. */
@Component
class CitationsCheck implements StoreCheck {

    private final JdbcTemplate jdbc;
    private final Revisions revisions;

    CitationsCheck(JdbcTemplate jdbc, Revisions revisions) {
        this.jdbc = jdbc;
        this.revisions = revisions;
    }

    @Override
    public List<Difference> differences(boolean everyByte) {
        return cited().stream()
                .collect(Collectors.groupingBy(CitedLines::revision))
                .entrySet()
                .stream()
                .flatMap(entry -> differences(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Stream<Difference> differences(RevisionId revision, List<CitedLines> cited) {
        return revisions.text(revision).stream()
                .flatMap(text -> cited.stream().filter(one -> !one.readsAsQuotedIn(text)))
                .map(one -> Difference.lasting(Kind.CITATION_CHANGED, one.subject(), one.sha256()));
    }

    private List<CitedLines> cited() {
        return jdbc.query(
                """
                select distinct c.revision_id, c.path, c.revision_number, c.first_line, c.last_line,
                    c.sha256
                from citation c join revision r on r.id = c.revision_id
                """,
                (row, n) ->
                        new CitedLines(
                                new RevisionId(row.getObject("revision_id", UUID.class)),
                                row.getString("path"),
                                row.getInt("revision_number"),
                                new LineRange(row.getInt("first_line"), row.getInt("last_line")),
                                row.getString("sha256")));
    }

    /** What an answer quotes. */
    private record CitedLines(
            RevisionId revision, String path, int number, LineRange lines, String sha256) {

        boolean readsAsQuotedIn(RevisionText text) {
            return Citations.sha256(text.quote(lines)).equals(sha256);
        }

        String subject() {
            return "%s, revision %d, lines %d to %d"
                    .formatted(path, number, lines.first(), lines.last());
        }
    }
}
