package io.opslore.models;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells that something about the server's models is not as it was. Thread-safe. */
@Component
class ServerNews {

    private static final Logger log = LoggerFactory.getLogger(ServerNews.class);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void tell() {
        listeners.forEach(ServerNews::tell);
    }

    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            log.warn("A listener for the server's models failed", e);
        }
    }
}
