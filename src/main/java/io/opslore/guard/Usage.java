package io.opslore.guard;

import io.opslore.identity.AccountId;
import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What was used, by whom and on which day. Thread-safe. */
@Service
public class Usage {

    private final UsageReport report;

    Usage(UsageReport report) {
        this.report = report;
    }

    /** For everyone: what they used themselves, day by day without a gap. */
    public List<UsedOn> own(Period period, Asker asker) {
        return report.days(period, asker.id());
    }

    /**
     * Day by day without a gap.
     *
     * @param account null for all together
     */
    @NeedsPermission(Permission.USAGE_READ)
    public List<UsedOn> days(Period period, @Nullable AccountId account, Asker asker) {
        return report.days(period, account);
    }

    /** A part of those who used something, in the given order. */
    @NeedsPermission(Permission.USAGE_READ)
    public List<UsedBy> people(Wanted wanted, int offset, int limit, Asker asker) {
        return report.people(wanted, offset, limit);
    }

    /** How many {@link #people} there are. */
    @NeedsPermission(Permission.USAGE_READ)
    public int countPeople(Wanted wanted, Asker asker) {
        return report.countPeople(wanted);
    }

    /** A part of what each used on each day, by day and name. */
    @NeedsPermission(Permission.USAGE_READ)
    public List<PersonDay> each(Period period, int offset, int limit, Asker asker) {
        return report.each(period, offset, limit);
    }

    /**
     * Which people, and in which order.
     *
     * @param sought part of a username; empty for all
     */
    public record Wanted(Period period, String sought, UsedBy.SortedBy order, boolean descending) {}

    /** What one person used on one day. */
    public record PersonDay(UsedOn on, String name) {}
}
