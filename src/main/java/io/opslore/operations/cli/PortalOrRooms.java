package io.opslore.operations.cli;

import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.ingest.cli.RunningPortal;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Who carries a command out: the portal that runs on the data folder, else rooms started for it.
 *
 * @param data where a running portal leaves its address
 * @param rooms starts them without a web server and in maintenance
 */
record PortalOrRooms(Path data, Supplier<ConfigurableApplicationContext> rooms) {

    /**
     * @param address where a running portal answers it
     * @param here does the same in this process, in the name of the first admin
     */
    <T> T ask(String address, Class<T> answer, Here<T> here)
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

    private ConfigurableApplicationContext start() throws IOException {
        try {
            return rooms.get();
        } catch (RuntimeException e) {
            // Spring has said why at length.
            throw new IOException("No portal runs, and none could be started", e);
        }
    }

    /** What to do with the rooms once they are there. */
    interface Here<T> {
        T ask(ConfigurableApplicationContext rooms, Asker admin)
                throws IOException, InterruptedException;
    }
}
