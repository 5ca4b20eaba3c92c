package io.opslore.models;

import io.opslore.models.ServerOverview.Answering;
import io.opslore.models.ServerOverview.ServerState;
import io.opslore.models.ServerOverview.Silent;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Looks at the model server for whoever watches it. Thread-safe. */
@Component
class ServerLook {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final ModelKeeper keeper;
    private final ModelsSettings settings;
    private final Pulls pulls;
    private final WarmUps warmUps;
    private final ServerNews news;

    ServerLook(
            ModelKeeper keeper,
            ModelsSettings settings,
            Pulls pulls,
            WarmUps warmUps,
            ServerNews news) {
        this.keeper = keeper;
        this.settings = settings;
        this.pulls = pulls;
        this.warmUps = warmUps;
        this.news = news;
    }

    ServerOverview overview() {
        return new ServerOverview(
                settings.baseUrl(), state(), pulls.all(), warmUps.all(), warmUps.kept());
    }

    /** Everybody who watches looks again. */
    void changed() {
        news.tell();
    }

    /** News, and a look now and then while somebody watches. */
    Runnable subscribe(Runnable listener) {
        Runnable leave = news.onChange(listener);
        Thread turns = Thread.ofVirtual().name("server-look").start(() -> again(listener));
        return () -> {
            leave.run();
            turns.interrupt();
        };
    }

    private ServerState state() {
        try {
            return new Answering(keeper.version(), keeper.stored(), keeper.loaded());
        } catch (ModelFailure failure) {
            return new Silent(failure.reason(), String.valueOf(failure.getMessage()));
        }
    }

    private static void again(Runnable listener) {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                listener.run();
            }
        } catch (InterruptedException left) {
            Thread.currentThread().interrupt();
        }
    }
}
