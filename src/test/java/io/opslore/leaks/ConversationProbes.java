package io.opslore.leaks;

import io.opslore.assistant.Answer;
import io.opslore.assistant.Answer.Outcome;
import io.opslore.assistant.Assistant;
import io.opslore.assistant.Citation;
import io.opslore.assistant.CitedSources;
import io.opslore.assistant.ConversationId;
import io.opslore.assistant.Conversations;
import io.opslore.assistant.Export;
import io.opslore.assistant.SharedConversations;
import io.opslore.assistant.Sharing;
import io.opslore.identity.Asker;
import io.opslore.identity.Grantee;
import io.opslore.library.DocumentId;
import io.opslore.library.LineRange;
import io.opslore.library.RevisionId;
import io.opslore.library.Standing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people asked, and what they let others read of it. */
final class ConversationProbes {

    private final World world;
    private final Probes probes;
    private final ApplicationContext portal;
    private final Conversations conversations;
    private final Map<Asker, ConversationId> asked = new HashMap<>();
    private final Asker owner;
    private ConversationId shared;

    ConversationProbes(World world, Probes probes, ApplicationContext portal) {
        this.world = world;
        this.probes = probes;
        this.portal = portal;
        this.conversations = portal.getBean(Conversations.class);
        this.owner = world.people.get(40);
        this.shared = new ConversationId(UUID.randomUUID());
    }

    /** Everybody has asked once, and one who sees everything has shared a conversation with all. */
    void begin(List<UUID> about) {
        world.people.forEach(person ->
                asked.put(person, answered("How is the quasar relay restarted?", null, person)));
        ConversationId conversation = null;
        for (UUID document : about) {
            String word = probes.word(document);
            conversation = answered("Who restarts the relay " + word + "?", conversation, owner);
        }
        shared = Objects.requireNonNull(conversation);
        portal.getBean(Sharing.class)
                .share(
                        shared,
                        world.people.stream()
                                .filter(person -> !person.equals(owner))
                                .map(person -> new Grantee.Person(person.id()))
                                .collect(Collectors.toSet()),
                        owner);
    }

    void probe(Asker person, Tally tally) {
        if (world.oracle.disabled.contains(World.id(person))) {
            boolean opens =
                    Probes.opens(() ->
                            portal.getBean(SharedConversations.class).answers(shared, person));
            tally.check("shared", false, opens, person);
            return;
        }
        Set<UUID> found = world.oracle.found(World.id(person));
        own(person, found, tally);
        if (!person.equals(owner)) {
            shared(person, found, tally);
            foreign(person, tally);
        }
    }

    /** Answers stay; what may not be opened any more is not quoted. */
    private void own(Asker person, Set<UUID> found, Tally tally) {
        for (Answer answer : conversations.answers(asked.get(person), person)) {
            for (Citation citation : answer.citations()) {
                boolean sees = found.contains(citation.document().value());
                tally.check("own citation", sees, !citation.isClosed(), person);
                tally.check("quote", sees, !citation.quote().isEmpty(), person);
            }
        }
        if (world.oracle.mayEverywhere(World.id(person), "conversation:share")) {
            String exported =
                    portal.getBean(Export.class)
                            .markdown(
                                    asked.get(person),
                                    (key, values) -> key + List.of(values),
                                    person);
            String sources = exported.substring(Math.max(0, exported.indexOf("### ")));
            Set<String> known = found.stream().map(probes::word).collect(Collectors.toSet());
            for (UUID document : world.paths.keySet()) {
                if (exported.contains("### ") && !found.contains(document)) {
                    String word = probes.word(document);
                    boolean same = known.contains(word);
                    tally.check("export", same, same || sources.contains(word), person, document);
                }
            }
        }
    }

    private void shared(Asker person, Set<UUID> found, Tally tally) {
        List<Answer> answers = portal.getBean(SharedConversations.class).answers(shared, person);
        for (Answer answer : answers) {
            Set<UUID> sources = sources(answer);
            boolean open = found.containsAll(sources);
            // Other tests' documents are in the same portal; the oracle knows nothing of those.
            if (!sources.contains(null)) {
                boolean told = answer.outcome() != Outcome.WITHHELD;
                tally.check("shared answer", open, told, person, answer.id());
            }
        }
    }

    /** Somebody else's ids say nothing and do nothing. */
    private void foreign(Asker person, Tally tally) {
        var assistant = portal.getBean(Assistant.class);
        Answer answer = conversations.answers(shared, owner).getFirst();
        tally.check("foreign", false, Probes.opens(() -> conversations.answers(shared, person)));
        tally.check(
                "foreign", false, Probes.opens(() -> conversations.conversation(shared, person)));
        tally.check(
                "foreign",
                false,
                Probes.opens(() -> assistant.follow(answer.id(), person, it -> {})));
        tally.check("foreign", false, Probes.opens(() -> assistant.retry(answer.id(), person)));
        tally.check(
                "foreign",
                false,
                Probes.opens(() -> portal.getBean(Sharing.class).readers(shared, person)));
    }

    void citations(Asker person, List<UUID> some, Tally tally) {
        for (UUID document : some) {
            if (!world.oracle.binned.contains(document)) {
                Citation citation = citation(document);
                Standing standing =
                        portal.getBean(CitedSources.class)
                                .of(List.of(citation), person)
                                .get(citation)
                                .standing();
                tally.check(
                        "citation panel",
                        world.oracle.sees(World.id(person), document),
                        !(standing instanceof Standing.Hidden),
                        person,
                        document);
            }
        }
    }

    private Citation citation(UUID document) {
        return new Citation(
                1,
                new DocumentId(document),
                new RevisionId(probes.currentOf(document)),
                1,
                "",
                "",
                "",
                new LineRange(1, 1),
                0,
                "relay",
                "not closed");
    }

    private Set<UUID> sources(Answer answer) {
        return new HashSet<>(
                portal.getBean(JdbcTemplate.class)
                        .query(
                                "select revision_id from answer_passage where answer_id = ?",
                                (row, number) ->
                                        probes.documentOf().get(row.getObject(1, UUID.class)),
                                answer.id().value()));
    }

    private ConversationId answered(String question, ConversationId in, Asker person) {
        var assistant = portal.getBean(Assistant.class);
        Answer answer = assistant.ask(question, in, person);
        var ended = new CompletableFuture<Answer>();
        assistant.follow(
                answer.id(),
                person,
                next -> {
                    if (next.outcome().isFinal()) {
                        ended.complete(next);
                    }
                });
        return ended.orTimeout(60, TimeUnit.SECONDS).join().conversation();
    }
}
