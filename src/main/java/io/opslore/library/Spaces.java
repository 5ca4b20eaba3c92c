package io.opslore.library;

import io.opslore.identity.Asker;
import io.opslore.identity.Grantee;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.Permission;
import io.opslore.identity.Role;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The spaces an asker may see; some may create them. Thread-safe. */
@Service
@Transactional(readOnly = true)
public class Spaces {

    private static final List<SpaceGrant> AT_FIRST =
            List.of(
                    new SpaceGrant(new Grantee.Holders(Role.READER), Role.READER),
                    new SpaceGrant(new Grantee.Holders(Role.CONTRIBUTOR), Role.CONTRIBUTOR));

    private final SpaceRecords spaces;
    private final DocumentRecords documents;
    private final AccessRecords access;
    private final Grants grants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Spaces(
            SpaceRecords spaces,
            DocumentRecords documents,
            AccessRecords access,
            Grants grants,
            ApplicationEventPublisher events,
            Clock clock) {
        this.spaces = spaces;
        this.documents = documents;
        this.access = access;
        this.grants = grants;
        this.events = events;
        this.clock = clock;
    }

    /** For everyone: the spaces they may read, by name. */
    public List<Space> readable(Asker asker) {
        ReadScope scope = grants.readable(asker);
        return spaces.findAll().stream()
                .filter(space -> scope.covers(new SpaceId(space.id)))
                .map(space -> toSpace(space, scope))
                .sorted(Comparator.comparing(Space::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** For readers of the space; throws {@link NotFound} for everyone else. */
    public Space space(SpaceId id, Asker asker) {
        grants.requireRead(id, asker);
        ReadScope scope = grants.readable(asker);
        return spaces.findById(id.value())
                .map(space -> toSpace(space, scope))
                .orElseThrow(() -> new NotFound("Space"));
    }

    /**
     * For readers of the space: empty where no space of that name may be read. Case does not
     * matter.
     */
    public Optional<Space> named(String name, Asker asker) {
        return readable(asker).stream()
                .filter(space -> space.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /**
     * For those who may create spaces. Readers may read the new space, contributors may write to
     * it.
     *
     * @throws NotAllowed for everyone else
     * @throws SpaceNameTaken if there is one of that name
     */
    @NeedsPermission(Permission.SPACE_CREATE)
    @Transactional
    public Space create(String name, String description, Asker asker) {
        if (name.isBlank() || name.strip().length() > 80) {
            throw new IllegalArgumentException("A space's name has 1 to 80 characters");
        }
        if (spaces.findByNameIgnoreCase(name.strip()).isPresent()) {
            throw new SpaceNameTaken(name.strip());
        }
        var space = new SpaceEntity();
        space.id = UUID.randomUUID();
        space.name = name.strip();
        space.description = description.strip();
        space.createdAt = clock.instant();
        Space created = toSpace(spaces.saveAndFlush(space), new ReadScope(Set.of()));
        access.replace(created.id(), AT_FIRST);
        if (!grants.may(Permission.SPACE_MANAGE, created.id(), asker)) {
            access.replace(created.id(), withCurator(asker));
        }
        events.publishEvent(new SpaceCreated(created, asker));
        return created;
    }

    /** Whoever makes a space looks after it, also if they do so nowhere else. */
    private static List<SpaceGrant> withCurator(Asker maker) {
        List<SpaceGrant> all = new ArrayList<>(AT_FIRST);
        all.add(new SpaceGrant(new Grantee.Person(maker.id()), Role.CURATOR));
        return all;
    }

    private Space toSpace(SpaceEntity space, ReadScope scope) {
        return new Space(
                new SpaceId(space.id),
                space.name,
                space.description,
                space.createdAt,
                documents.countIn(space.id, scope.withheldIds()));
    }
}
