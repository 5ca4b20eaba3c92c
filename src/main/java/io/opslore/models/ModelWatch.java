package io.opslore.models;

import io.opslore.models.ModelServer.InstalledModel;
import java.util.List;
import java.util.Optional;
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
    private final TaskSetups setups;
    private final Breaker breaker;
    private final List<Consumer<ModelStatus>> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Look last;
    private volatile @Nullable ScheduledExecutorService looks;

    ModelWatch(ModelServer server, ModelsSettings settings, TaskSetups setups, Breaker breaker) {
        this.server = server;
        this.settings = settings;
        this.setups = setups;
        this.breaker = breaker;
        breaker.onChange(this::lookSoon);
    }

    /**
     * What one look has found.
     *
     * @param status who answers for want of anybody better
     * @param installed null where nobody has answered
     */
    private record Look(ModelStatus status, @Nullable List<InstalledModel> installed) {}

    ModelStatus status() {
        return known().status();
    }

    /** All models that are there, as of the last look; empty where no server answers. */
    Optional<List<InstalledModel>> installed() {
        return Optional.ofNullable(known().installed());
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

    private Look known() {
        Look known = last;
        return known == null ? look() : known;
    }

    private void lookAndTell() {
        Look before = last;
        Look now = look();
        if (!now.equals(before)) {
            log.info("Language model: {}", now.status());
            listeners.forEach(listener -> tell(listener, now.status()));
        }
    }

    private Look look() {
        Look now = seen();
        last = now;
        return now;
    }

    private Look seen() {
        if (breaker.isOpen()) {
            return new Look(new ModelStatus.Resting(server.baseUrl()), null);
        }
        try {
            List<InstalledModel> installed = server.installed();
            return new Look(status(installed), installed);
        } catch (RuntimeException e) {
            log.debug("No model server", e);
            return new Look(new ModelStatus.Unreachable(server.baseUrl()), null);
        }
    }

    private ModelStatus status(List<InstalledModel> installed) {
        TaskSetup general = setups.of(ModelTask.GENERAL);
        return ModelChoice.general(installed, general, settings)
                .<ModelStatus>map(model ->
                        new ModelStatus.Available(server.baseUrl(), model, general.contextTokens()))
                .orElseGet(
                        () -> new ModelStatus.ModelMissing(server.baseUrl(), settings.chatModel()));
    }

    private static void tell(Consumer<ModelStatus> listener, ModelStatus status) {
        try {
            listener.accept(status);
        } catch (RuntimeException e) {
            log.warn("A listener for the model's status failed", e);
        }
    }
}
