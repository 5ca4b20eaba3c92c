package io.opslore.schedules;

import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What the portal does by the clock: how it went, when it comes, and to begin it by hand. */
@Service
@NeedsPermission(Permission.SCHEDULE_MANAGE)
public class Schedules {

    private final List<ScheduledJob> jobs;
    private final List<ScheduleListing> listings;
    private final JobQueue queue;
    private final JobRunRows rows;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Schedules(
            ListableBeanFactory rooms,
            JobQueue queue,
            JobRunRows rows,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.jobs =
                rooms.getBeanProvider(ScheduledJob.class).stream()
                        .sorted(Comparator.comparing(ScheduledJob::name))
                        .toList();
        this.listings = rooms.getBeanProvider(ScheduleListing.class).stream().toList();
        this.queue = queue;
        this.rows = rows;
        this.transaction = transaction;
        this.events = events;
    }

    /** All jobs by name, then what other rooms list. */
    public List<JobStanding> all(Asker asker) {
        Map<String, JobRun> latest =
                rows.latest().stream().collect(Collectors.toMap(JobRun::job, Function.identity()));
        return Stream.concat(
                        jobs.stream().map(job -> standing(job, latest)),
                        listings.stream().flatMap(listing -> listing.listed(asker).stream()))
                .toList();
    }

    private JobStanding standing(ScheduledJob job, Map<String, JobRun> latest) {
        return new JobStanding(
                job.name(),
                "",
                job.cadence(),
                job.isCostly(),
                latest.get(job.name()),
                queue.next(job.name()).orElse(null));
    }

    /** The runs that are kept, the latest first. */
    public List<JobRun> runs(String job, Asker asker) {
        return rows.runs(job, Integer.MAX_VALUE);
    }

    /**
     * Lets a job run now, at whichever portal has room for it.
     *
     * @return false where it is running already, or there is none of the name
     */
    public boolean runNow(String job, Asker asker) {
        Optional<ScheduleListing> listing =
                listings.stream().filter(it -> job.startsWith(it.prefix())).findFirst();
        if (listing.isPresent()) {
            return beginListed(listing.get(), job, asker);
        }
        boolean begun = Boolean.TRUE.equals(transaction.execute(status -> begin(job, asker)));
        if (begun) {
            queue.wake();
        }
        return begun;
    }

    private boolean beginListed(ScheduleListing listing, String job, Asker asker) {
        boolean begun = listing.runNow(job, asker);
        if (begun) {
            events.publishEvent(JobBegun.by(asker, job));
        }
        return begun;
    }

    private boolean begin(String job, Asker asker) {
        if (jobs.stream().noneMatch(it -> it.name().equals(job)) || !queue.beginNow(job)) {
            return false;
        }
        rows.wish(job, asker.username());
        events.publishEvent(JobBegun.by(asker, job));
        return true;
    }
}
