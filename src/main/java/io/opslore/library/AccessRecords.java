package io.opslore.library;

import io.opslore.identity.Grantee;
import io.opslore.identity.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What spaces grant and how documents narrow it. Plain JDBC: read at every question. */
@Repository
class AccessRecords {

    private static final String NARROWED =
            """
            select d.id, d.space_id, n.grantee_kind, n.grantee,
                array(select r.id from revision r where r.document_id = d.id) as revisions
            from document d left join document_narrowing n on n.document_id = d.id
            where d.narrowed and
            """;

    private final JdbcTemplate jdbc;

    AccessRecords(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Every space with its grants; those without any too. */
    Map<SpaceId, List<SpaceGrant>> grants() {
        Map<SpaceId, List<SpaceGrant>> grants = new HashMap<>();
        jdbc.query(
                """
                select s.id, g.grantee_kind, g.grantee, g.role
                from space s left join space_access g on g.space_id = s.id
                """,
                (ResultSet row) -> {
                    List<SpaceGrant> ofSpace =
                            grants.computeIfAbsent(
                                    new SpaceId(row.getObject(1, UUID.class)),
                                    any -> new ArrayList<>());
                    if (row.getString(2) != null) {
                        ofSpace.add(
                                new SpaceGrant(
                                        Grantee.of(row.getString(2), row.getString(3)),
                                        new Role(row.getString(4))));
                    }
                });
        return grants;
    }

    /** What one space grants; empty where there is no such space. */
    Optional<List<SpaceGrant>> grants(SpaceId space) {
        if (jdbc.queryForList("select 1 from space where id = ?", Integer.class, space.value())
                .isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                jdbc.query(
                        """
                        select grantee_kind, grantee, role from space_access where space_id = ?
                        order by role, grantee_kind, grantee
                        """,
                        (row, number) ->
                                new SpaceGrant(
                                        Grantee.of(row.getString(1), row.getString(2)),
                                        new Role(row.getString(3))),
                        space.value()));
    }

    /** The narrowed documents of these spaces. */
    Collection<Narrowed> narrowed(Collection<SpaceId> spaces) {
        return narrowed(
                "d.space_id = any (?)", spaces.stream().map(SpaceId::value).toArray(UUID[]::new));
    }

    /** How the document is narrowed; empty where it is not. */
    Optional<Narrowed> narrowed(DocumentId document) {
        return narrowed("d.id = any (?)", new UUID[] {document.value()}).stream().findFirst();
    }

    /** Until the end of the transaction nobody else changes what the space grants. */
    void lock(SpaceId space) {
        jdbc.queryForList("select 1 from space where id = ? for update", space.value());
    }

    /** In how many places the role is granted, or something is granted to its holders. */
    int uses(Role role) {
        Integer uses =
                jdbc.queryForObject(
                        """
                        select (select count(*) from space_access where role = ?
                                or grantee_kind = 'ROLE' and grantee = ?)
                            + (select count(*) from document_narrowing
                                where grantee_kind = 'ROLE' and grantee = ?)
                        """,
                        Integer.class,
                        role.key(),
                        role.key(),
                        role.key());
        return uses == null ? 0 : uses;
    }

    /** Takes away what was granted to somebody who is gone; what was narrowed stays so. */
    void forget(Grantee grantee) {
        jdbc.update(
                "delete from space_access where grantee_kind = ? and grantee = ?",
                grantee.kind(),
                grantee.key());
        jdbc.update(
                "delete from document_narrowing where grantee_kind = ? and grantee = ?",
                grantee.kind(),
                grantee.key());
    }

    /** Takes away the role wherever it is granted. */
    void forget(Role role) {
        jdbc.update("delete from space_access where role = ?", role.key());
        forget(new Grantee.Holders(role));
    }

    /** Makes these the space's only grants. */
    void replace(SpaceId space, Collection<SpaceGrant> grants) {
        jdbc.update("delete from space_access where space_id = ?", space.value());
        jdbc.batchUpdate(
                "insert into space_access (space_id, grantee_kind, grantee, role) values (?, ?, ?, ?)",
                grants.stream()
                        .distinct()
                        .map(grant ->
                                new Object[] {
                                    space.value(),
                                    grant.grantee().kind(),
                                    grant.grantee().key(),
                                    grant.role().key()
                                })
                        .toList());
    }

    /** Lets nobody but these see the document, of those whom its space lets in. */
    void narrow(DocumentId document, Collection<Grantee> to) {
        widen(document);
        jdbc.update("update document set narrowed = true where id = ?", document.value());
        jdbc.batchUpdate(
                """
                insert into document_narrowing (document_id, grantee_kind, grantee)
                values (?, ?, ?)
                """,
                to.stream()
                        .distinct()
                        .map(grantee ->
                                new Object[] {document.value(), grantee.kind(), grantee.key()})
                        .toList());
    }

    /** Lets all see the document whom its space lets in. */
    void widen(DocumentId document) {
        jdbc.update("update document set narrowed = false where id = ?", document.value());
        jdbc.update("delete from document_narrowing where document_id = ?", document.value());
    }

    private Collection<Narrowed> narrowed(String where, UUID[] ids) {
        Map<DocumentId, Narrowed> narrowed = new LinkedHashMap<>();
        jdbc.query(
                NARROWED + where,
                (ResultSet row) -> {
                    Narrowed one = narrowed(row);
                    narrowed.merge(one.document(), one, Narrowed::and);
                },
                (Object) ids);
        return narrowed.values();
    }

    private static Narrowed narrowed(ResultSet row) throws SQLException {
        String grantee = row.getString("grantee");
        return new Narrowed(
                new DocumentId(row.getObject("id", UUID.class)),
                new SpaceId(row.getObject("space_id", UUID.class)),
                Stream.of((UUID[]) row.getArray("revisions").getArray())
                        .map(RevisionId::new)
                        .collect(Collectors.toSet()),
                grantee == null
                        ? Set.of()
                        : Set.of(Grantee.of(row.getString("grantee_kind"), grantee)));
    }
}
