package io.opslore.guard;

import io.opslore.guard.LimitNames.Named;
import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets limits: the default, those of roles, those of people. Holds at once. Thread-safe. */
@Service
@NeedsPermission(Permission.LIMIT_MANAGE)
public class LimitTable {

    private final LimitRows rows;
    private final LimitNames names;
    private final ApplicationEventPublisher events;

    LimitTable(LimitRows rows, LimitNames names, ApplicationEventPublisher events) {
        this.rows = rows;
        this.names = names;
        this.events = events;
    }

    /**
     * The default, then all roles, then those people who have values of their own, by name.
     *
     * @param sought part of a role's or person's name; empty for all
     */
    @Transactional(readOnly = true)
    public List<LimitRow> rows(String sought, int offset, int limit, Asker asker) {
        return names.holders(sought, offset, limit).stream().map(this::row).toList();
    }

    /** How many {@link #rows} there are. */
    public int count(String sought, Asker asker) {
        return names.countHolders(sought);
    }

    /** Everybody whose username has this in it, whether or not they have values of their own. */
    public List<LimitRow> people(String sought, int offset, int limit, Asker asker) {
        return names.people(sought, offset, limit).stream().map(this::row).toList();
    }

    /** How many {@link #people} there are. */
    public int countPeople(String sought, Asker asker) {
        return names.countPeople(sought);
    }

    /**
     * Sets exactly these values for the holder, and no others.
     *
     * @throws IllegalArgumentException for an amount that makes no sense, or a holder who is not
     *     there any more
     */
    @Transactional
    public void set(LimitHolder holder, List<LimitValue> values, Asker asker) {
        String name =
                names.name(holder)
                        .orElseThrow(
                                () -> new IllegalArgumentException("Nobody to set limits for"));
        values.forEach(value -> check(value, holder));
        Map<Limit, LimitValue> before = rows.of(holder);
        before.keySet().forEach(limit -> rows.remove(limit, holder));
        values.forEach(rows::put);
        LimitsChanged.between(before, rows.of(holder), new Named(holder, name), asker)
                .ifPresent(events::publishEvent);
    }

    private LimitRow row(Named holder) {
        return new LimitRow(holder.holder(), holder.name(), rows.of(holder.holder()));
    }

    private static void check(LimitValue value, LimitHolder holder) {
        Long amount = value.amount();
        boolean sensible =
                amount == null || amount >= value.limit().least() && amount <= value.limit().most();
        if (!sensible || !value.holder().equals(holder)) {
            throw new IllegalArgumentException(
                    "%s must be between %d and %d"
                            .formatted(
                                    value.limit().key(),
                                    value.limit().least(),
                                    value.limit().most()));
        }
    }
}
