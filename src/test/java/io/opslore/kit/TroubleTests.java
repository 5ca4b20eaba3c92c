package io.opslore.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

class TroubleTests {

    @Test
    void aDatabaseThatDoesNotAnswerIsTold() {
        assertThat(Trouble.of(wrapped(new SQLException("refused", "08001"))))
                .isEqualTo(Trouble.DATABASE_AWAY);
        assertThat(Trouble.of(wrapped(new SQLException("starting up", "57P03"))))
                .isEqualTo(Trouble.DATABASE_AWAY);
        assertThat(Trouble.of(wrapped(new SQLException("Connection is closed"))))
                .isEqualTo(Trouble.DATABASE_AWAY);
        assertThat(Trouble.of(wrapped(new SQLTransientConnectionException("pool"))))
                .isEqualTo(Trouble.DATABASE_AWAY);
    }

    @Test
    void aFullDiskIsToldWhoeverMetIt() {
        assertThat(Trouble.of(wrapped(new SQLException("could not extend file", "53100"))))
                .isEqualTo(Trouble.DISK_FULL);
        assertThat(Trouble.of(new UncheckedIOException(new IOException("No space left on device"))))
                .isEqualTo(Trouble.DISK_FULL);
    }

    @Test
    void whatIsOurOwnFaultIsNotPutOnOthers() {
        assertThat(Trouble.of(wrapped(new SQLException("duplicate key", "23505"))))
                .isEqualTo(Trouble.UNFORESEEN);
        assertThat(Trouble.of(new IllegalStateException())).isEqualTo(Trouble.UNFORESEEN);
    }

    private static RuntimeException wrapped(Exception cause) {
        return new IllegalStateException(new RuntimeException(cause));
    }
}
