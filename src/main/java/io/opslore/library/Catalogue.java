package io.opslore.library;

import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * Documents by what is known about them, as the machinery sees them: for retrieval, which works
 * within a scope that others have made. Plain JDBC: of ten thousand documents it reads two columns.
 * Nothing here may be handed to a view. Thread-safe.
 */
@Service
public class Catalogue {

    private final JdbcTemplate jdbc;

    Catalogue(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The current revisions of the documents within the scope that the filter lets through, those
     * that were changed last first.
     */
    public List<RevisionId> matching(DocumentFilter filter, ReadScope scope) {
        List<RevisionId> matching = new ArrayList<>();
        jdbc.query(
                """
                select current_revision_id, path from document
                where space_id = any (?) and id <> all (?) and current_revision_id is not null and binned_at is null
                    and (cardinality(?::text[]) = 0 or kind = any (?)) and kind <> all (?)
                    and tags @> ?::text[] and not tags && ?::text[]
                    and (?::timestamptz is null or changed_at >= ?)
                    and (?::timestamptz is null or changed_at < ?)
                order by changed_at desc, path, id
                """,
                (ResultSet row) -> {
                    // By Java's rules: the server's locale may not know Cyrillic.
                    if (filter.path().test(row.getString("path"))) {
                        matching.add(new RevisionId(row.getObject(1, UUID.class)));
                    }
                },
                scope.spaceIds(),
                scope.withheldIds(),
                names(filter.kinds()),
                names(filter.kinds()),
                names(filter.notKinds()),
                filter.tags().toArray(String[]::new),
                filter.notTags().toArray(String[]::new),
                time(filter.from()),
                time(filter.from()),
                time(filter.before()),
                time(filter.before()));
        return matching;
    }

    /** The SHA-256 of the given revisions' bytes: equal ones are the same file. */
    public Map<RevisionId, String> digests(Collection<RevisionId> revisions) {
        Map<RevisionId, String> digests = new HashMap<>();
        jdbc.query(
                "select id, sha256 from revision where id = any (?)",
                (ResultSet row) -> {
                    digests.put(new RevisionId(row.getObject(1, UUID.class)), row.getString(2));
                },
                (Object) revisions.stream().map(RevisionId::value).toArray(UUID[]::new));
        return digests;
    }

    private static String[] names(Collection<DocumentKind> kinds) {
        return kinds.stream().map(DocumentKind::name).toArray(String[]::new);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
