package io.opslore.quality;

import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was measured so far. Thread-safe. */
@Service
public class QualityHistory {

    private static final int LONGEST_NAME = 200;

    private final QualityRecords records;
    private final ApplicationEventPublisher events;

    QualityHistory(QualityRecords records, ApplicationEventPublisher events) {
        this.records = records;
        this.events = events;
    }

    /**
     * For those who look after the index.
     *
     * @throws IllegalArgumentException for a report without a name or a run
     */
    @NeedsPermission(Permission.INDEX_MANAGE)
    @Transactional
    public void keep(SetReport report, Asker asker) {
        if (report.set().isBlank() || report.set().length() > LONGEST_NAME) {
            throw new IllegalArgumentException("A set has a name of up to 200 characters");
        }
        if (report.runs().isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        records.add(report);
        events.publishEvent(QualityMeasured.of(report, asker));
    }

    /** The newest measurement of each set, by name. */
    @NeedsPermission(Permission.QUALITY_READ)
    public List<SetReport> latest(Asker asker) {
        return records.latest();
    }

    /** A set's measurements, the newest first. */
    @NeedsPermission(Permission.QUALITY_READ)
    public List<SetReport> of(String set, int offset, int limit, Asker asker) {
        return records.of(set, offset, limit);
    }

    /** How many there are {@link #of} a set. */
    @NeedsPermission(Permission.QUALITY_READ)
    public int count(String set, Asker asker) {
        return records.count(set);
    }
}
