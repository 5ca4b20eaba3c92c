package io.opslore.sources;

import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import io.opslore.library.NotFound;
import io.opslore.schedules.Cadence;
import io.opslore.schedules.JobResult;
import io.opslore.schedules.JobRun;
import io.opslore.schedules.JobRun.Outcome;
import io.opslore.schedules.JobStanding;
import io.opslore.schedules.ScheduleListing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The syncs of sources among the schedules. */
@Component
class SyncListing implements ScheduleListing {

    private final Sources sources;

    SyncListing(Sources sources) {
        this.sources = sources;
    }

    @Override
    public String prefix() {
        return "sync:";
    }

    @Override
    public List<JobStanding> listed(Asker asker) {
        try {
            return sources.all(asker).stream().map(this::standing).toList();
        } catch (NotAllowed notTheirs) {
            return List.of();
        }
    }

    /** A source that is not enabled does not begin, and neither does one in others' spaces. */
    @Override
    public boolean runNow(String name, Asker asker) {
        try {
            Optional<SourceStatus> idle =
                    sources.all(asker).stream()
                            .filter(one -> name(one.source()).equals(name))
                            .filter(one -> one.source().enabled() && !one.state().running())
                            .findFirst();
            idle.ifPresent(one -> sources.syncNow(one.source().id(), asker));
            return idle.isPresent();
        } catch (NotAllowed | NotFound notTheirs) {
            return false;
        }
    }

    private JobStanding standing(SourceStatus status) {
        Source source = status.source();
        int minutes = source.rules().minutes();
        return new JobStanding(
                name(source),
                source.name(),
                source.enabled() && minutes > 0
                        ? new Cadence.Every(Duration.ofMinutes(minutes))
                        : Cadence.NEVER,
                false,
                last(status),
                source.enabled() ? status.state().nextAt() : null);
    }

    private @Nullable JobRun last(SourceStatus status) {
        SourceState state = status.state();
        String name = name(status.source());
        SyncResult ended = state.last();
        SyncFault fault = state.fault();
        if (state.running()) {
            var began = ended == null ? Instant.EPOCH : ended.at();
            return new JobRun(name, began, null, "", null, Outcome.RUNNING, null, "");
        }
        if (fault != null) {
            String what = (fault.sentence() + " " + fault.suggestion()).strip();
            return new JobRun(name, fault.at(), fault.at(), "", null, Outcome.FAILED, null, what);
        }
        return ended == null
                ? null
                : new JobRun(
                        name, ended.at(), ended.at(), "", null, Outcome.DONE, counts(ended), "");
    }

    private static JobResult counts(SyncResult result) {
        return JobResult.of(
                "sync", result.added(), result.changed(), result.moved(), result.removed());
    }

    private String name(Source source) {
        return prefix() + source.id().value();
    }
}
