package io.opslore.sources;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionField;
import java.util.List;
import java.util.Set;

/**
 * What can come in from connections of some kinds. Beans of this type are found by themselves.
 * Thread-safe.
 */
public interface SourceKind {

    /** Lower case; what sources of this kind and their documents are kept under, for ever. */
    String key();

    /** The kinds of connections that have it. */
    Set<String> connections();

    /**
     * What is entered for a source of this kind and no other, in the order in which it is asked
     * for. Labels and helps are texts of the interface: {@code feeds.<kind>.<key>} and the same
     * with {@code .help}. None is secret: secrets are the connection's.
     *
     * @param connection its kind
     */
    default List<ConnectionField> options(String connection) {
        return List.of();
    }

    /** Whether people choose among paths and kinds of files; else all of it is taken. */
    default boolean hasFiles() {
        return true;
    }

    /** Whether a webhook of Git servers tells of what is new. */
    default boolean isPushed() {
        return false;
    }

    /**
     * Throws if its options cannot be meant, without asking the server.
     *
     * @param connection what the source's owner may look into
     * @throws SourceUnfit or {@link io.opslore.connections.ConnectionFailed} saying what is wrong
     */
    void check(Source source, Connection connection);

    /**
     * As it is now; may take as long as a first copy takes.
     *
     * @param connection what the source's owner may look into
     * @throws io.opslore.connections.ConnectionFailed where it cannot be had
     */
    Snapshot take(Source source, Connection connection);
}
