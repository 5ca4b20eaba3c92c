package io.opslore.kit;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;

/** What lies behind a fault that is not the portal's own, where that can be told. */
public enum Trouble {
    /** The database does not answer; it is tried again with the next request. */
    DATABASE_AWAY(
            503,
            "The portal's database does not answer. Nothing was changed; try again in a moment."),
    /** A disk of the portal, or of its database, is full. */
    DISK_FULL(
            507,
            "The portal's disk is full. Nothing was changed; whoever runs the portal has to make room."),
    /** Anything else. */
    UNFORESEEN(500, "The portal could not do this; see its log");

    private static final String FULL = "No space left on device";

    /** What the pool says of a connection that broke in the hands of whoever uses it. */
    private static final String CLOSED = "Connection is closed";

    private static final String FULL_IN_POSTGRES = "53100";

    private final int status;
    private final String sentence;

    Trouble(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    /** Looks at all causes. */
    public static Trouble of(Throwable fault) {
        return causes(fault)
                .map(Trouble::alone)
                .filter(found -> found != UNFORESEEN)
                .findFirst()
                .orElse(UNFORESEEN);
    }

    /** The status of HTTP that tells a program. */
    public int status() {
        return status;
    }

    /** For programs; in the reader's language it is {@code kit.trouble.<name>}. */
    public String sentence() {
        return sentence;
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause).limit(50);
    }

    private static Trouble alone(Throwable cause) {
        return switch (cause) {
            case SQLException sql when FULL_IN_POSTGRES.equals(sql.getSQLState()) -> DISK_FULL;
            case SQLException sql when isAway(sql) -> DATABASE_AWAY;
            case IOException io when String.valueOf(io.getMessage()).contains(FULL) -> DISK_FULL;
            default -> UNFORESEEN;
        };
    }

    /** Connections (08), and what a server says that is starting, stopping or recovering (57P). */
    private static boolean isAway(SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        return CLOSED.equals(sql.getMessage())
                || state.startsWith("08")
                || state.startsWith("57P")
                || sql instanceof SQLTransientConnectionException;
    }
}
