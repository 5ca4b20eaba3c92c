package io.opslore.connections;

import java.util.List;

/**
 * A kind of server that can be connected, with what has to be known of one. Beans of this type are
 * found by themselves. Thread-safe.
 */
public interface ConnectionType {

    /** Lower case; what connections of this kind are kept under, for ever. */
    String kind();

    /** In the order in which they are asked for. */
    List<ConnectionField> fields();

    /**
     * Throws if the fields cannot be meant, without asking the server: a bad address, a pattern
     * that is none.
     *
     * @throws ConnectionFailed with {@link ConnectionFailed.Reason#UNFIT}
     */
    void check(Connection connection);

    /**
     * Speaks to the server once.
     *
     * @return what answered, in a few words: its version and what there is
     * @throws ConnectionFailed where it does not answer, or not to us
     */
    String test(Connection connection);
}
