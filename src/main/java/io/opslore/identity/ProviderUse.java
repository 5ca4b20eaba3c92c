package io.opslore.identity;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who has something by a provider. Thread-safe. */
@Component
class ProviderUse {

    private final JdbcTemplate jdbc;
    private final ProvidedRights rights;

    ProviderUse(JdbcTemplate jdbc, ProvidedRights rights) {
        this.jdbc = jdbc;
        this.rights = rights;
    }

    int accounts(ProviderId id) {
        Integer count =
                jdbc.queryForObject(
                        "select count(distinct account_id) from account_link where provider = ?",
                        Integer.class,
                        id.value());
        return count == null ? 0 : count;
    }

    void takeEverything(ProviderId id) {
        rights.takeAll(id);
        jdbc.update("delete from account_link where provider = ?", id.value());
    }
}
