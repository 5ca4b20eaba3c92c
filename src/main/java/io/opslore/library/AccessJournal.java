package io.opslore.library;

import io.opslore.identity.Asker;
import io.opslore.identity.Directory;
import io.opslore.identity.Grantee;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells what has changed in who may see what, in the names that people know. */
@Component
class AccessJournal {

    private final Directory directory;
    private final SpaceRecords spaces;
    private final ApplicationEventPublisher events;

    AccessJournal(Directory directory, SpaceRecords spaces, ApplicationEventPublisher events) {
        this.directory = directory;
        this.spaces = spaces;
        this.events = events;
    }

    /** Throws {@link NotFound} where one of them does not exist. */
    void requireKnown(Set<Grantee> grantees, Asker asker) {
        if (!directory.named(grantees, asker).keySet().containsAll(grantees)) {
            throw new NotFound("Person, group or role");
        }
    }

    void granted(SpaceId space, List<SpaceGrant> before, List<SpaceGrant> after, Asker asker) {
        Map<Grantee, Directory.Named> names =
                directory.named(
                        Stream.concat(before.stream(), after.stream())
                                .map(SpaceGrant::grantee)
                                .toList(),
                        asker);
        events.publishEvent(
                new SpaceAccessChanged(
                        space,
                        spaces.findById(space.value()).map(found -> found.name).orElse(""),
                        grants(before, names),
                        grants(after, names),
                        asker));
    }

    /** Empty for a document that is not narrowed. */
    void narrowed(
            DocumentEntity document,
            Optional<Set<Grantee>> before,
            Optional<Set<Grantee>> after,
            Asker asker) {
        Map<Grantee, Directory.Named> names =
                directory.named(
                        Stream.of(before, after)
                                .flatMap(Optional::stream)
                                .flatMap(Set::stream)
                                .toList(),
                        asker);
        events.publishEvent(
                new NarrowingChanged(
                        document.documentId(),
                        document.path,
                        before.map(to -> whom(to, names)),
                        after.map(to -> whom(to, names)),
                        asker));
    }

    private static List<Map<String, String>> grants(
            List<SpaceGrant> grants, Map<Grantee, Directory.Named> names) {
        return grants.stream()
                .distinct()
                .map(grant ->
                        Map.of(
                                "to", who(grant.grantee(), names),
                                "id", grant.grantee().key(),
                                "role", grant.role().key()))
                .toList();
    }

    private static List<String> whom(
            Collection<Grantee> grantees, Map<Grantee, Directory.Named> names) {
        return grantees.stream()
                .map(grantee -> who(grantee, names) + " (" + grantee.key() + ")")
                .sorted()
                .toList();
    }

    private static String who(Grantee grantee, Map<Grantee, Directory.Named> names) {
        Directory.Named named = names.get(grantee);
        String name = named == null ? grantee.key() : named.name();
        return switch (grantee) {
            case Grantee.Person person -> "person " + name;
            case Grantee.Members members -> "group " + name;
            case Grantee.Holders holders -> "role " + name;
        };
    }
}
