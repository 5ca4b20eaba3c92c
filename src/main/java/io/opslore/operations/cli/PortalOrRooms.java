package io.opslore.operations.cli;

import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.ingest.cli.RunningPortal;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Who carries a command out: the portal that runs on the data folder, else rooms started for it.
 *
 * @param data where a running portal leaves its address
 * @param rooms starts them without a web server and in maintenance
 */
public record PortalOrRooms(Path data, Supplier<ConfigurableApplicationContext> rooms) {

    /**
     * @param address where a running portal answers it
     * @param here does the same in this process, in the name of the first admin
     */
    public <T> T ask(String address, Class<T> answer, Here<T> here)
            throws IOException, InterruptedException {
        Optional<RunningPortal> running = RunningPortal.on(data);
        if (running.isPresent()) {
            try {
                return PortalRequest.post(running.get(), address, answer);
            } catch (ConnectException | HttpTimeoutException e) {
                // A portal that was killed leaves its file behind.
            }
        }
        try (ConfigurableApplicationContext started = start()) {
            Asker admin = started.getBean(Accounts.class).firstAdmin().orElseThrow();
            return here.ask(started, admin);
        }
    }

    /**
     * Asks a running portal again and again how far it is; nothing where none runs.
     *
     * @param state what it answers with while it is at it
     */
    public <T> Watch watch(String address, Class<T> state, Consumer<T> told) throws IOException {
        Optional<RunningPortal> running = RunningPortal.on(data);
        if (running.isEmpty()) {
            return Watch.NONE;
        }
        var timer = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
        timer.scheduleWithFixedDelay(
                () -> look(running.get(), address, state, told), 0, 500, TimeUnit.MILLISECONDS);
        return timer::shutdownNow;
    }

    private static <T> void look(
            RunningPortal portal, String address, Class<T> state, Consumer<T> told) {
        try {
            PortalRequest.get(portal, address, state).ifPresent(told);
        } catch (IOException e) {
            // Whoever waits for the answer is told.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Goes on until it is closed. */
    public interface Watch extends AutoCloseable {

        /** Nothing is looked at. */
        Watch NONE = () -> {};

        @Override
        void close();
    }

    private ConfigurableApplicationContext start() throws IOException {
        try {
            return rooms.get();
        } catch (RuntimeException e) {
            // Spring has said why at length.
            throw new IOException("No portal runs, and none could be started", e);
        }
    }

    /** What to do with the rooms once they are there. */
    public interface Here<T> {
        T ask(ConfigurableApplicationContext rooms, Asker admin)
                throws IOException, InterruptedException;
    }
}
