package io.opslore.leaks;

import io.opslore.identity.Asker;
import io.opslore.identity.AskerPrincipal;
import io.opslore.identity.NotAllowed;
import io.opslore.ingest.IngestFeed;
import io.opslore.ingest.Intake;
import io.opslore.library.Bin;
import io.opslore.library.Changes;
import io.opslore.library.Document;
import io.opslore.library.DocumentAccess;
import io.opslore.library.DocumentId;
import io.opslore.library.Documents;
import io.opslore.library.Downloads;
import io.opslore.library.Explanations;
import io.opslore.library.Grants;
import io.opslore.library.NotFound;
import io.opslore.library.ReadScope;
import io.opslore.library.RevisionId;
import io.opslore.library.Space;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import io.opslore.library.Standing;
import io.opslore.library.Twins;
import io.opslore.retrieval.Facet;
import io.opslore.retrieval.FoundDocument;
import io.opslore.retrieval.Query;
import io.opslore.retrieval.Retrieval;
import io.opslore.retrieval.Search;
import io.opslore.retrieval.SearchResults;
import io.opslore.retrieval.engine.Hit;
import io.opslore.retrieval.text.Words;
import io.opslore.testing.LeakSwitches;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Asks the portal for everything, on every path, and holds what comes against the oracle. */
final class Probes {

    private static final int MANY = 2_000;
    private static final int DIMENSIONS = 384;

    private final World world;
    private final ApplicationContext portal;
    private final Documents documents;
    private final Grants grants;
    private final MockMvc http;
    private final Map<UUID, UUID> documentOf = new HashMap<>();
    private final Map<UUID, UUID> current = new HashMap<>();

    Probes(World world, ApplicationContext portal) {
        this.world = world;
        this.portal = portal;
        this.documents = portal.getBean(Documents.class);
        this.grants = portal.getBean(Grants.class);
        this.http = MockMvcBuilders.webAppContextSetup((WebApplicationContext) portal).build();
        for (UUID document : world.texts.keySet()) {
            documents
                    .revisions(new DocumentId(document), world.admin)
                    .forEach(one -> documentOf.put(one.id().value(), document));
            Document found = documents.document(new DocumentId(document), world.admin);
            current.put(document, Objects.requireNonNull(found.current()).value());
        }
    }

    Map<UUID, UUID> documentOf() {
        return documentOf;
    }

    UUID currentOf(UUID document) {
        return Objects.requireNonNull(current.get(document));
    }

    /** Why each of them can be seen or cannot, which must be what is enforced. */
    void why(Asker person, Tally tally) {
        Explanations explanations = portal.getBean(Explanations.class);
        for (UUID document : world.texts.keySet()) {
            boolean sees = world.oracle.sees(World.id(person), document);
            var id = new DocumentId(document);
            tally.check(
                    "why",
                    sees,
                    explanations.why(id, person.id(), world.admin).sees(),
                    person,
                    document);
        }
    }

    /** What hangs on one document: its text, bytes, revisions, difference, copies. */
    void below(Asker person, Collection<UUID> some, Tally tally) {
        Set<UUID> found = world.oracle.found(World.id(person));
        for (UUID document : some) {
            boolean sees = world.oracle.sees(World.id(person), document);
            var revision = new RevisionId(currentOf(document));
            var id = new DocumentId(document);
            tally.check("document", sees, documents.find(id, person).isPresent(), person);
            tally.check("text", sees, opens(() -> documents.text(revision, person)), person);
            tally.check("download", sees, opens(() -> taken(revision, person)), person);
            boolean originals = sees && mayHaveOriginals(person, document);
            tally.check("original", originals, original(revision, person), person);
            tally.check(
                    "revision", sees, opens(() -> documents.revision(revision, person)), person);
            tally.check("revisions", sees, opens(() -> documents.revisions(id, person)), person);
            tally.check("details", sees, opens(() -> documents.corrected(id, person)), person);
            tally.check("API, document", sees, answers("documents/" + document, person), person);
            String api = "revisions/" + revision.value();
            tally.check("API, text", sees, answers(api + "/text", person), person);
            int original = status(api + "/original", person);
            tally.check("API, original", originals, original == 200, person);
            tally.check("API, original withheld", sees && !originals, original == 403, person);
            boolean binned = world.oracle.binned.contains(document);
            if (!binned) {
                boolean writes =
                        world.oracle.may(
                                World.id(person),
                                world.oracle.spaceOf.get(document),
                                "document:write");
                tally.check("upload over", sees && writes, stores(document, person), person);
            }
            Standing standing = documents.standing(List.of(revision), person).get(revision);
            if (!binned) {
                tally.check("standing", sees, standing instanceof Standing.Current, person);
            }
            if (sees) {
                tally.checkNone("twins", found, ids(documents.twins(id, person).stream()), person);
            }
        }
    }

    /** Whatever lists documents. */
    void lists(Asker person, Tally tally) {
        UUID id = World.id(person);
        Set<UUID> found = world.oracle.found(id);
        Map<SpaceId, Space> readable =
                portal.getBean(Spaces.class).readable(person).stream()
                        .collect(Collectors.toMap(Space::id, one -> one));
        for (SpaceId space : world.spaces) {
            boolean reads = world.oracle.may(id, space.value(), "document:read");
            tally.check("space", reads, readable.containsKey(space), person, space);
            Set<UUID> all = world.oracle.of(space.value());
            Set<UUID> here = intersection(all, found);
            if (reads) {
                Space shown = Objects.requireNonNull(readable.get(space));
                tally.check("count", true, shown.documents() == here.size(), person, space);
            }
            tally.checkAll("browse", all, here, list(() -> documents.in(space, person)), person);
            tally.checkAll("progress", all, here, progress(space, person), person);
            tally.checkNone("narrowed", here, narrowed(space, person), person);
            boolean writes = world.oracle.may(id, space.value(), "document:write");
            Set<UUID> binned = intersection(all, world.oracle.binned);
            tally.checkAll(
                    "bin",
                    binned,
                    writes ? world.oracle.seen(id, binned) : Set.of(),
                    list(() -> portal.getBean(Bin.class).in(space, person)),
                    person);
            tally.checkNone("twins of a space", found, twins(space, person), person);
        }
        Set<UUID> changed =
                portal
                        .getBean(Changes.class)
                        .since(Instant.EPOCH, Optional.empty(), 0, MANY, person)
                        .stream()
                        .map(change -> change.document().id().value())
                        .collect(Collectors.toSet());
        tally.checkAll("changes", world.texts.keySet(), found, ofWorld(changed), person);
    }

    /** The search page and the search of the assistant. */
    void search(Asker person, Collection<UUID> some, Tally tally) {
        UUID id = World.id(person);
        Set<UUID> found = world.oracle.found(id);
        SearchResults results =
                portal.getBean(Search.class).search(World.COMMON + " relay", MANY, person);
        Set<UUID> shown = new HashSet<>();
        Set<UUID> beside = new HashSet<>();
        for (FoundDocument one : results.documents()) {
            shown.add(one.document().id().value());
            shown.addAll(ids(one.copies().stream()));
            Stream.ofNullable(one.successor()).forEach(it -> beside.add(it.id().value()));
        }
        tally.checkAll("search", world.texts.keySet(), found, ofWorld(shown), person);
        tally.checkNone("successor", found, ofWorld(beside), person);
        facets(results, found, tally, person);
        Retrieval retrieval = portal.getBean(Retrieval.class);
        ReadScope scope = grants.readable(person);
        for (UUID document : some) {
            String word = word(document);
            Set<UUID> passages =
                    retrieval.search(new Query("restart relay " + word, scope, 8)).stream()
                            .map(passage -> passage.document().id().value())
                            .collect(Collectors.toSet());
            tally.checkNone("passages", found, ofWorld(passages), person);
            Set<UUID> same = intersection(same(document), found);
            boolean told = passages.stream().anyMatch(same::contains);
            tally.check("passage", !same.isEmpty(), told, person, document, word);
        }
    }

    /** The index itself: every hit must be allowed already, before PostgreSQL is asked. */
    void index(Asker person, Tally tally) {
        Set<UUID> found = world.oracle.found(World.id(person));
        ReadScope scope = grants.readable(person);
        var words = portal.getBean(Words.class).ofQuery(World.COMMON + " relay");
        var vector = new float[DIMENSIONS];
        vector[0] = 1;
        List<Hit> byWords = LeakSwitches.index().byWords(words, scope, MANY);
        List<Hit> byMeaning = LeakSwitches.index().byMeaning(vector, scope, MANY);
        Set<UUID> covered = world.oracle.covered(World.id(person));
        // What is nearest is found approximately: among many others it need not be all.
        tally.checkAll("index", found, found, intersection(hits(byWords), found), person);
        for (List<Hit> hits : List.of(byWords, byMeaning)) {
            tally.checkNone("index, beyond", covered, hits(hits), person);
        }
    }

    private void facets(SearchResults results, Set<UUID> found, Tally tally, Asker person) {
        for (Facet facet : results.facets()) {
            if (facet.kind() == Facet.Kind.TAG) {
                Set<String> tags = found.stream().map(this::tag).collect(Collectors.toSet());
                facet.choices()
                        .forEach(choice ->
                                tally.check(
                                        "facet",
                                        tags.contains(choice.value()),
                                        true,
                                        person,
                                        choice));
            }
        }
        long files = found.stream().map(world.texts::get).distinct().count();
        tally.check("number found", true, results.count() == files, person, files, results.count());
    }

    private String tag(UUID document) {
        return world.texts
                .get(document)
                .lines()
                .filter(line -> line.startsWith("tags: ["))
                .map(line -> line.substring(7, line.length() - 1))
                .findFirst()
                .orElse("");
    }

    String word(UUID document) {
        return Stream.of(world.texts.get(document).split("\\W+"))
                .filter(word -> word.startsWith("kvorp"))
                .findFirst()
                .orElseThrow();
    }

    private Set<UUID> same(UUID document) {
        String text = world.texts.get(document);
        return world.texts.entrySet().stream()
                .filter(entry -> entry.getValue().equals(text))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Set<UUID> hits(List<Hit> hits) {
        return hits.stream()
                .map(hit -> documentOf.get(hit.chunk().revision().value()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private Set<UUID> progress(SpaceId space, Asker person) {
        try {
            return portal.getBean(IngestFeed.class).states(space, person).stream()
                    .map(one -> one.document().value())
                    .collect(Collectors.toSet());
        } catch (RuntimeException refused) {
            return Set.of();
        }
    }

    private Set<UUID> narrowed(SpaceId space, Asker person) {
        try {
            return portal.getBean(DocumentAccess.class).narrowedIn(space, person).stream()
                    .map(DocumentId::value)
                    .collect(Collectors.toSet());
        } catch (NotFound refused) {
            return Set.of();
        }
    }

    private Set<UUID> twins(SpaceId space, Asker person) {
        try {
            return portal.getBean(Twins.class).in(space, person).entrySet().stream()
                    .flatMap(twin -> Stream.of(twin.getKey(), twin.getValue().document()))
                    .map(DocumentId::value)
                    .collect(Collectors.toSet());
        } catch (NotFound refused) {
            return Set.of();
        }
    }

    private static Set<UUID> list(Callable<List<Document>> list) {
        try {
            return ids(list.call().stream());
        } catch (Exception refused) {
            return Set.of();
        }
    }

    private boolean mayHaveOriginals(Asker person, UUID document) {
        return world.oracle.may(
                World.id(person), world.oracle.spaceOf.get(document), "document:original");
    }

    private byte[] taken(RevisionId revision, Asker person) throws IOException {
        try (InputStream bytes = portal.getBean(Downloads.class).file(revision, person).bytes()) {
            return bytes.readAllBytes();
        }
    }

    private boolean original(RevisionId revision, Asker person) {
        Downloads downloads = portal.getBean(Downloads.class);
        try (InputStream bytes = downloads.original(revision, person).bytes()) {
            return bytes.readAllBytes().length > 0;
        } catch (NotFound | NotAllowed refused) {
            return false;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same bytes as are there: nothing changes by it. */
    private boolean stores(UUID document, Asker person) {
        try {
            byte[] bytes = world.texts.get(document).getBytes(StandardCharsets.UTF_8);
            portal.getBean(Intake.class)
                    .accept(
                            world.spaceOf(document),
                            world.paths.get(document),
                            new ByteArrayInputStream(bytes),
                            person);
            return true;
        } catch (NotFound | NotAllowed refused) {
            return false;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Through the controllers, as somebody who came in by token. */
    private boolean answers(String address, Asker person) {
        int status = status(address, person);
        if (status != 200 && status != 404) {
            throw new IllegalStateException("Status " + status);
        }
        return status == 200;
    }

    private int status(String address, Asker person) {
        AskerPrincipal principal = () -> person;
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(principal, null, "ROLE_USER"));
        try {
            return http.perform(MockMvcRequestBuilders.get("/api/" + address))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    static boolean opens(Callable<?> opening) {
        try {
            opening.call();
            return true;
        } catch (NotFound refused) {
            return false;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Other tests' spaces are in the same portal. */
    private Set<UUID> ofWorld(Set<UUID> all) {
        return intersection(all, world.texts.keySet());
    }

    private static Set<UUID> ids(Stream<Document> documents) {
        return documents.map(document -> document.id().value()).collect(Collectors.toSet());
    }

    private static Set<UUID> intersection(Set<UUID> one, Set<UUID> other) {
        return one.stream().filter(other::contains).collect(Collectors.toSet());
    }
}
