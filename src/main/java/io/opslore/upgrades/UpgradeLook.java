package io.opslore.upgrades;

import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What there is to look at.
 *
 * @param database as the earlier version has left it
 * @param settings as this version will find them
 */
public record UpgradeLook(JdbcClient database, Environment settings) {

    /** Whether the earlier version had the table. */
    public boolean hasTable(String name) {
        return database.sql("select to_regclass(?) is not null")
                .param(name)
                .query(Boolean.class)
                .single();
    }
}
