package io.opslore.assistant.trial;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Tells that a trial got on. Thread-safe. */
@Component
class TrialNews {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void tell() {
        listeners.forEach(Runnable::run);
    }
}
