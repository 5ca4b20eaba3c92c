package io.opslore.identity;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a provider's rules can give. Thread-safe. */
@Service
@NeedsPermission(Permission.PROVIDER_MANAGE)
@Transactional(readOnly = true)
public class RuleGifts {

    private final JdbcTemplate jdbc;

    RuleGifts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All roles, then all groups, each by name. */
    public List<Gift> all(Asker asker) {
        return jdbc.query(
                """
                select 'ROLE' as kind, key, name from role
                union all select 'GROUP', id::text, name from user_group
                order by kind desc, name
                """,
                (row, number) ->
                        new Gift(
                                row.getString("kind").equals("ROLE")
                                        ? new Grantee.Holders(new Role(row.getString("key")))
                                        : new Grantee.Members(
                                                new GroupId(UUID.fromString(row.getString("key")))),
                                row.getString("name")));
    }

    /**
     * @param name what people call the role or group
     */
    public record Gift(Grantee grantee, String name) {}
}
