package io.opslore.ingest.cli;

import io.opslore.guard.LimitReached;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.ingest.FileTooLarge;
import io.opslore.ingest.IngestFeed;
import io.opslore.ingest.IngestProgress;
import io.opslore.ingest.IngestState;
import io.opslore.ingest.Intake;
import io.opslore.ingest.NewSpaces;
import io.opslore.library.Space;
import io.opslore.library.Stored;
import io.opslore.retrieval.IndexStart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** A portal in this very process, without a web server, for as long as the command runs. */
final class EmbeddedTarget implements IngestTarget {

    private final ConfigurableApplicationContext portal;
    private final Intake intake;
    private final IngestFeed feed;
    private final Asker admin;
    private final Space space;

    /** Closes the portal in the end. */
    EmbeddedTarget(ConfigurableApplicationContext portal, String spaceName) {
        this.portal = portal;
        intake = portal.getBean(Intake.class);
        feed = portal.getBean(IngestFeed.class);
        admin = portal.getBean(Accounts.class).firstAdmin().orElseThrow();
        NewSpaces spaces = portal.getBean(NewSpaces.class);
        space = spaces.named(spaceName, admin).orElseGet(() -> spaces.create(spaceName, "", admin));
    }

    @Override
    public String description() {
        return "the data folder, without a running portal";
    }

    @Override
    public Sent send(String path, Path file) throws IOException, Refused {
        try (InputStream bytes = Files.newInputStream(file)) {
            return switch (intake.accept(space.id(), path, bytes, admin)) {
                case Stored.Added added -> Sent.NEW;
                case Stored.Revised revised -> Sent.CHANGED;
                case Stored.Unchanged unchanged -> Sent.UNCHANGED;
            };
        } catch (FileTooLarge | LimitReached | IllegalArgumentException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Progress progress() {
        int pending = 0;
        List<Failure> failures = new ArrayList<>();
        for (IngestProgress progress : feed.states(space.id(), admin)) {
            switch (progress.state()) {
                case IngestState.Ready() -> {}
                case IngestState.Failed(var reason, var detail) ->
                        failures.add(Failure.of(progress.path(), reason.name(), detail));
                case IngestState.Queued() -> pending++;
                case IngestState.Extracting() -> pending++;
                case IngestState.Indexing(int done, int total) -> pending++;
            }
        }
        return new Progress(pending, failures);
    }

    /** Not before the index holds all of it: no portal may follow that would put it right. */
    @Override
    public void close() {
        try {
            portal.getBean(IndexStart.class).join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            portal.close();
        }
    }
}
