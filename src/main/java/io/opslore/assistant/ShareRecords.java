package io.opslore.assistant;

import io.opslore.identity.AccountId;
import io.opslore.identity.Grantee;
import io.opslore.identity.Membership;
import io.opslore.identity.Rights;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** With whom conversations are shared. Plain JDBC: looked up every time somebody reads one. */
@Repository
class ShareRecords {

    private static final String NAMED =
            " and (s.grantee_kind = 'ACCOUNT' and s.grantee = ? or s.grantee_kind = 'GROUP' and s.grantee = any (?))";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    ShareRecords(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One that is shared with somebody. */
    record Shared(Conversation conversation, AccountId owner) {}

    Set<Grantee> of(ConversationId conversation) {
        return new LinkedHashSet<>(
                jdbc.query(
                        """
                        select grantee_kind, grantee from conversation_share
                        where conversation_id = ? order by shared_at, grantee
                        """,
                        (row, number) -> Grantee.of(row.getString(1), row.getString(2)),
                        conversation.value()));
    }

    /** Makes these the only ones; whoever was one of them before stays since then. */
    void replace(ConversationId conversation, Set<Grantee> before, Set<Grantee> after) {
        before.stream()
                .filter(one -> !after.contains(one))
                .forEach(one ->
                        jdbc.update(
                                """
                                delete from conversation_share
                                where conversation_id = ? and grantee_kind = ? and grantee = ?
                                """,
                                conversation.value(),
                                one.kind(),
                                one.key()));
        after.stream()
                .filter(one -> !before.contains(one))
                .forEach(one ->
                        jdbc.update(
                                """
                                insert into conversation_share
                                    (conversation_id, grantee_kind, grantee, shared_at)
                                values (?, ?, ?, ?) on conflict do nothing
                                """,
                                conversation.value(),
                                one.kind(),
                                one.key(),
                                clock.instant().atOffset(ZoneOffset.UTC)));
    }

    void forget(Grantee grantee) {
        jdbc.update(
                "delete from conversation_share where grantee_kind = ? and grantee = ?",
                grantee.kind(),
                grantee.key());
    }

    /** Those of other people that are shared with this one, the latest first. */
    List<Shared> with(Rights reader) {
        return query("", reader, List.of());
    }

    /** The conversation, if it is another one's and shared with the reader. */
    List<Shared> with(Rights reader, ConversationId conversation) {
        return query(" and c.id = ?", reader, List.of(conversation.value()));
    }

    private List<Shared> query(String where, Rights reader, Collection<UUID> more) {
        if (reader.isNobody()) {
            return List.of();
        }
        Object[] named = {
            reader.account().value(),
            reader.account().value().toString(),
            reader.memberships().stream()
                    .map(Membership::group)
                    .map(group -> group.value().toString())
                    .distinct()
                    .toArray(String[]::new)
        };
        return jdbc.query(
                """
                select distinct c.id, c.title, c.changed_at, c.account_id
                from conversation_share s join conversation c on c.id = s.conversation_id
                where c.account_id <> ?
                """
                        + NAMED
                        + where
                        + " order by c.changed_at desc, c.id",
                (row, number) ->
                        new Shared(
                                new Conversation(
                                        new ConversationId(row.getObject(1, UUID.class)),
                                        row.getString(2),
                                        row.getTimestamp(3).toInstant()),
                                new AccountId(row.getObject(4, UUID.class))),
                Stream.concat(Stream.of(named), more.stream()).toArray());
    }
}
