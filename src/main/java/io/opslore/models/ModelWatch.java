package io.opslore.models;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks at the model server every few seconds and tells when it has changed. Thread-safe. */
@Component
class ModelWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ModelWatch.class);

    private final ModelServer server;
    private final ModelsSettings settings;
    private final Breaker breaker;
    private final List<Consumer<ModelStatus>> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable ModelStatus last;
    private volatile @Nullable ScheduledExecutorService looks;

    ModelWatch(ModelServer server, ModelsSettings settings, Breaker breaker) {
        this.server = server;
        this.settings = settings;
        this.breaker = breaker;
        breaker.onChange(this::lookSoon);
    }

    ModelStatus status() {
        ModelStatus known = last;
        return known == null ? look() : known;
    }

    Runnable onChange(Consumer<ModelStatus> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Does not wait for the next turn: something has just gone wrong. */
    void lookSoon() {
        ScheduledExecutorService running = looks;
        if (running != null) {
            running.execute(this::lookAndTell);
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("model-watch").factory());
        long pause = settings.lookEvery().toMillis();
        started.scheduleWithFixedDelay(this::lookAndTell, 0, pause, TimeUnit.MILLISECONDS);
        looks = started;
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = looks;
        if (running != null) {
            running.shutdownNow();
        }
        looks = null;
    }

    @Override
    public boolean isRunning() {
        return looks != null;
    }

    private void lookAndTell() {
        ModelStatus before = last;
        ModelStatus now = look();
        if (!now.equals(before)) {
            log.info("Language model: {}", now);
            listeners.forEach(listener -> tell(listener, now));
        }
    }

    private ModelStatus look() {
        ModelStatus now = seen();
        last = now;
        return now;
    }

    private ModelStatus seen() {
        if (breaker.isOpen()) {
            return new ModelStatus.Resting(server.baseUrl());
        }
        try {
            return ModelChoice.of(server.installed(), settings.chatModel())
                    .<ModelStatus>map(model ->
                            new ModelStatus.Available(
                                    server.baseUrl(), model, settings.contextTokens()))
                    .orElseGet(() ->
                            new ModelStatus.ModelMissing(server.baseUrl(), settings.chatModel()));
        } catch (RuntimeException e) {
            log.debug("No model server", e);
            return new ModelStatus.Unreachable(server.baseUrl());
        }
    }

    private static void tell(Consumer<ModelStatus> listener, ModelStatus status) {
        try {
            listener.accept(status);
        } catch (RuntimeException e) {
            log.warn("A listener for the model's status failed", e);
        }
    }
}
