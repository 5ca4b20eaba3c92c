package io.opslore.assistant;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Every look-up names the account: there is no way to reach another one's conversation. */
interface ConversationRecords extends JpaRepository<ConversationEntity, UUID> {

    /** Without those that a trial of a model made. */
    List<ConversationEntity> findByAccountIdAndTrialFalseOrderByChangedAtDesc(UUID account);

    Optional<ConversationEntity> findByIdAndAccountId(UUID id, UUID account);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from ConversationEntity c where c.id = :id and c.accountId = :account")
    Optional<ConversationEntity> lock(UUID id, UUID account);

    /**
     * In one statement, so that the database locks an answer before its citations, the order in
     * which a running answer is stored: entity by entity the two would deadlock.
     */
    @Modifying
    @Query("delete from ConversationEntity c where c.id = :id and c.accountId = :account")
    int delete(UUID id, UUID account);
}
