package io.opslore.assistant;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Every look-up names the account: there is no way to reach another one's conversation. */
interface ConversationRecords extends JpaRepository<ConversationEntity, UUID> {

    List<ConversationEntity> findByAccountIdOrderByChangedAtDesc(UUID account);

    Optional<ConversationEntity> findByIdAndAccountId(UUID id, UUID account);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from ConversationEntity c where c.id = :id and c.accountId = :account")
    Optional<ConversationEntity> lock(UUID id, UUID account);
}
