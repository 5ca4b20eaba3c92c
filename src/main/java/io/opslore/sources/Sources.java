package io.opslore.sources;

import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.library.Grants;
import io.opslore.library.NotFound;
import io.opslore.library.ReadScope;
import io.opslore.sources.SourceUnfit.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What comes in from elsewhere, and where it stands. Of the sources, those are there for somebody
 * whose spaces they may read; they change those whose spaces they may write to. Thread-safe.
 */
@Service
@NeedsPermission(Permission.CONNECTION_MANAGE)
public class Sources {

    private final SourceRows rows;
    private final SourceDesk desk;
    private final Sync sync;
    private final Grants grants;
    private final SourceBoard board;
    private final ApplicationEventPublisher events;

    Sources(
            SourceRows rows,
            SourceDesk desk,
            Sync sync,
            Grants grants,
            SourceBoard board,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.desk = desk;
        this.sync = sync;
        this.grants = grants;
        this.board = board;
        this.events = events;
    }

    /** By name. */
    public List<SourceStatus> all(Asker asker) {
        ReadScope scope = grants.readable(asker);
        Map<SourceId, SourceState> states = desk.states();
        return rows.all().stream()
                .filter(source -> scope.covers(source.space()))
                .flatMap(source ->
                        Optional.ofNullable(states.get(source.id())).stream()
                                .map(state -> new SourceStatus(source, state)))
                .toList();
    }

    /** What can be followed, by the kind of connections. */
    public List<SourceOffer> offers(Asker asker) {
        return desk.offers();
    }

    /**
     * Sets up a new one; its first sync is due at once if it is enabled.
     *
     * @return what its webhook signs with, told this once; empty for a kind that has none
     * @throws SourceUnfit or {@link io.opslore.connections.ConnectionFailed} for what cannot be
     *     meant
     * @throws NotFound or {@link io.opslore.identity.NotAllowed} by the space's grants
     */
    @Transactional
    public String add(SourceEdit edit, Asker asker) {
        Source source = desk.checked(edit, asker);
        if (rows.find(edit.id()).isPresent()) {
            throw new SourceUnfit(Fault.TAKEN);
        }
        desk.keep(source);
        events.publishEvent(new SourceChanged("create", null, source, asker));
        return desk.newSecret(source);
    }

    /** Sets one up otherwise, in the asker's name from now on; its space stays. */
    @Transactional
    public void change(SourceEdit edit, Asker asker) {
        Source before = own(edit.id(), asker);
        Source source = desk.checked(edit, asker);
        if (!before.space().equals(source.space())) {
            throw new SourceUnfit(Fault.SPACE);
        }
        if (!before.kind().equals(source.kind())) {
            throw new SourceUnfit(Fault.KIND);
        }
        desk.keep(source);
        events.publishEvent(new SourceChanged("change", before, source, asker));
    }

    /** Follows nothing any more; its documents stay. */
    @Transactional
    public void remove(SourceId id, Asker asker) {
        Source source = own(id, asker);
        rows.remove(id);
        events.publishEvent(new SourceChanged("remove", source, null, asker));
    }

    /**
     * Lets its webhook sign with something else.
     *
     * @return what that is, told this once; the old one is refused from now on; empty for a kind
     *     that has no webhook
     */
    @Transactional
    public String newSecret(SourceId id, Asker asker) {
        Source source = own(id, asker);
        events.publishEvent(new SourceChanged("new-secret", source, source, asker));
        return desk.newSecret(source);
    }

    /** Looks now instead of later. Does nothing to one that is not enabled. */
    public void syncNow(SourceId id, Asker asker) {
        desk.want(own(id, asker).id(), Duration.ZERO);
    }

    /**
     * Says what a sync would do if the source were set up like that; nothing is kept. May take long
     * where nobody has looked there before.
     *
     * @throws SourceUnfit for what cannot be meant
     * @throws io.opslore.connections.ConnectionFailed where it cannot be looked at
     */
    public SourcePlan plan(SourceEdit edit, Asker asker) {
        Source source = desk.checked(edit, asker);
        boolean taken =
                rows.find(edit.id())
                        .filter(found -> !found.space().equals(edit.space()))
                        .isPresent();
        if (taken) {
            throw new SourceUnfit(Fault.TAKEN);
        }
        return sync.plan(source, desk.reached(edit.id()));
    }

    /**
     * Calls the action on some background thread after changes, also by other portals.
     *
     * @return ends it when run; may be run twice
     */
    public Runnable subscribe(Asker asker, Runnable action) {
        return board.subscribe(action);
    }

    private Source own(SourceId id, Asker asker) {
        Source source = rows.find(id).orElseThrow(() -> new NotFound("Source"));
        grants.requireWrite(source.space(), asker);
        return source;
    }
}
