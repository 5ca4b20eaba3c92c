package io.opslore.identity;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface AccountRecords extends JpaRepository<AccountEntity, UUID> {

    Optional<AccountEntity> findByUsernameIgnoreCase(String username);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from AccountEntity a where lower(a.username) = lower(:username)")
    Optional<AccountEntity> lock(String username);

    @Query(
            nativeQuery = true,
            value =
                    """
                    select a.* from account a join account_role r on r.account_id = a.id
                    where r.role = :role and a.disabled_at is null
                    order by a.created_at limit 1
                    """)
    Optional<AccountEntity> firstWith(String role);
}
