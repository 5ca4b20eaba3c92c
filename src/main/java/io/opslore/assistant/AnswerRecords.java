package io.opslore.assistant;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface AnswerRecords extends JpaRepository<AnswerEntity, UUID> {

    /** Without those that are only compared with them. */
    List<AnswerEntity> findByConversationIdAndBesideIsNullOrderByPosition(UUID conversation);

    @Query(
            """
            select a from AnswerEntity a where a.conversationId = :conversation
            order by a.position, a.beside nulls first
            """)
    List<AnswerEntity> withCompared(UUID conversation);

    List<AnswerEntity> findByConversationIdAndBesideIsNotNull(UUID conversation);

    Optional<AnswerEntity> findByBeside(UUID first);

    Optional<AnswerEntity> findFirstByConversationIdOrderByPositionDesc(UUID conversation);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from AnswerEntity a where a.id = :id")
    Optional<AnswerEntity> lock(UUID id);

    /** At once. Locked before its citations, as when it is stored: it may still be running. */
    default void remove(AnswerEntity answer) {
        lock(answer.id);
        delete(answer);
        flush();
    }

    @Query(
            """
            select a from AnswerEntity a, ConversationEntity c
            where a.id = :id and c.id = a.conversationId and c.accountId = :account
            """)
    Optional<AnswerEntity> own(UUID id, UUID account);

    /** The pattern is for {@code like} with {@code !} as its escape. */
    @Query(
            """
            select distinct a.conversationId from AnswerEntity a, ConversationEntity c
            where c.id = a.conversationId and c.accountId = :account
            and a.searchable like :pattern escape '!'
            """)
    Set<UUID> conversationsHolding(String pattern, UUID account);

    @Query(
            nativeQuery = true,
            value =
                    """
                    select a.conversation_id from answer a
                    join conversation c on c.id = a.conversation_id and not c.trial
                    where c.account_id = :account and a.question = :question and a.beside is null
                        and not exists (select from answer later
                            where later.conversation_id = a.conversation_id
                            and later.position > a.position)
                    order by a.asked_at desc limit 1
                    """)
    Optional<UUID> lastAsked(String question, UUID account);

    @Modifying
    @Query(
            value =
                    """
                    insert into prompt_template (version, system, ask)
                    values (:version, :system, :ask) on conflict do nothing
                    """,
            nativeQuery = true)
    void keepTemplate(String version, String system, String ask);

    @Query(
            value = "select version, system, ask from prompt_template where version = :version",
            nativeQuery = true)
    Optional<Template> template(String version);

    /** A stored prompt template. */
    interface Template {

        String getVersion();

        String getSystem();

        String getAsk();
    }
}
