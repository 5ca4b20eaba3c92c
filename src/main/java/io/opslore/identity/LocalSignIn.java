package io.opslore.identity;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whether passwords that are kept here open the portal; asked at every sign-in. Thread-safe. */
@Component
class LocalSignIn {

    private final JdbcTemplate jdbc;

    LocalSignIn(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    boolean isOn() {
        return read("");
    }

    /** Nobody else switches it before the transaction ends. */
    boolean isOnUntilCommit() {
        return read(" for update");
    }

    void set(boolean on) {
        jdbc.update("update local_sign_in set enabled = ?", on);
    }

    private boolean read(String lock) {
        return !Boolean.FALSE.equals(
                jdbc.queryForObject("select enabled from local_sign_in" + lock, Boolean.class));
    }
}
