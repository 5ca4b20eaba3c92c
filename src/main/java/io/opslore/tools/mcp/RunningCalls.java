package io.opslore.tools.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.opslore.identity.Asker;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Calls that run in this process, so that who began one can call it off. There are no sessions: a
 * call is known by who asks, from where, and the id that the client gave it. Thread-safe.
 */
final class RunningCalls {

    /** Where a call's context holds from where it comes. */
    static final String ADDRESS = "address";

    private final Map<Key, Running> running = new ConcurrentHashMap<>();

    private record Key(Asker asker, String address, Object id) {}

    /** Runs on this thread; interrupted when it is called off. */
    <T> T run(McpTransportContext context, Object id, Supplier<T> call) {
        Key key = key(context, id);
        var one = new Running(Thread.currentThread());
        running.putIfAbsent(key, one);
        try {
            return call.get();
        } finally {
            running.remove(key, one);
            one.end();
        }
    }

    /** Does nothing for what does not run, or is somebody else's. */
    void callOff(McpTransportContext context, Object id) {
        Running one = running.get(key(context, id));
        if (one != null) {
            one.interrupt();
        }
    }

    private static Key key(McpTransportContext context, Object id) {
        return new Key(
                (Asker) Objects.requireNonNull(context.get(McpTools.ASKER)),
                String.valueOf(context.get(ADDRESS)),
                id instanceof Number number ? (Object) number.longValue() : id);
    }

    /** The thread goes on to other work behind it, which nobody has called off. */
    private static final class Running {

        private final Thread thread;
        private boolean ended;

        Running(Thread thread) {
            this.thread = thread;
        }

        synchronized void interrupt() {
            if (!ended) {
                thread.interrupt();
            }
        }

        synchronized void end() {
            ended = true;
            Thread.interrupted();
        }
    }
}
