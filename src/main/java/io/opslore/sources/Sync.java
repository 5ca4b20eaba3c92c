package io.opslore.sources;

import io.micrometer.core.instrument.MeterRegistry;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.identity.NotAllowed;
import io.opslore.library.NotFound;
import io.opslore.sources.SyncRows.Overtaken;
import io.opslore.sources.SyncRows.Run;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings the documents of a source to what is there now, or says what it would do. Thread-safe. */
@Component
class Sync {

    private static final Logger LOG = LoggerFactory.getLogger(Sync.class);
    private static final Duration SOON = Duration.ofMinutes(2);

    private final SourceRows sources;
    private final SyncStates states;
    private final Lookout lookout;
    private final Doing.Rooms rooms;
    private final MeterRegistry meters;

    Sync(
            SourceRows sources,
            SyncStates states,
            Lookout lookout,
            Doing.Rooms rooms,
            MeterRegistry meters) {
        this.meters = meters;
        this.states = states;
        this.sources = sources;
        this.lookout = lookout;
        this.rooms = rooms;
    }

    /** What a sync would do to a source as it is set up here, which need not be kept yet. */
    SourcePlan plan(Source source, String reached) {
        try (Snapshot snapshot = DryRun.of(() -> lookout.take(source))) {
            return Foretold.of(snapshot.version(), steps(source, snapshot, reached));
        }
    }

    /** Never throws; what went wrong is written down. */
    void run(Run run) {
        try {
            Source source = sources.find(run.source()).orElseThrow(() -> new NotFound("Source"));
            rooms.syncs().finish(run, bring(source, run));
            count("done");
        } catch (InterruptedException e) {
            rooms.syncs().release(run);
        } catch (Overtaken e) {
            LOG.info("Another portal goes on with the sync of {}", run.source().value());
        } catch (ConnectionFailed failed) {
            fail(run, failed);
        } catch (NotFound | NotAllowed refused) {
            fail(run, "owner");
        } catch (IOException | RuntimeException e) {
            if (Thread.interrupted()) {
                rooms.syncs().release(run);
            } else {
                LOG.warn("The sync of {} failed", run.source().value(), e);
                fail(run, "unforeseen");
            }
        }
    }

    private SyncResult bring(Source source, Run run) throws IOException, InterruptedException {
        try (Snapshot snapshot = lookout.take(source)) {
            rooms.syncs().aim(run, snapshot.version(), 0);
            String reached = states.reached(source.id());
            Steps steps = steps(source, snapshot, reached);
            rooms.syncs().aim(run, snapshot.version(), steps.all().size());
            return new Doing(source, run, snapshot, reached, rooms).all(steps);
        }
    }

    private Steps steps(Source source, Snapshot snapshot, String reached) {
        var judge = new FileJudge(rooms.followed(), source, snapshot);
        var choice = new PathChoice(source.rules());
        return new Planning(judge, rooms.files().of(source.id())).plan(snapshot, choice, reached);
    }

    private void fail(Run run, ConnectionFailed failed) {
        if (Thread.interrupted()) {
            rooms.syncs().release(run);
            return;
        }
        boolean passes = failed.reason() == Reason.DOWN || failed.reason() == Reason.TIMEOUT;
        var fault =
                new SyncFault(
                        rooms.clock().instant(),
                        failed.reason().name().toLowerCase(Locale.ROOT),
                        failed.getMessage(),
                        failed.suggestion());
        rooms.syncs().fail(run, fault, passes ? SOON : null);
        count("failed");
    }

    private void fail(Run run, String reason) {
        var fault = new SyncFault(rooms.clock().instant(), reason, "", "");
        rooms.syncs().fail(run, fault, null);
        count("failed");
    }

    private void count(String outcome) {
        meters.counter("opslore.syncs", "outcome", outcome).increment();
    }
}
