package io.opslore.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.opslore.assistant.Answer.Outcome;
import io.opslore.assistant.LedgerRecord.Rebuilt;
import io.opslore.assistant.lookup.PlannedCall;
import io.opslore.connections.ConnectionCatalogue;
import io.opslore.connections.ConnectionEdit;
import io.opslore.connections.ConnectionId;
import io.opslore.identity.Asker;
import io.opslore.identity.Grantee;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.Role;
import io.opslore.library.NotFound;
import io.opslore.library.RevisionId;
import io.opslore.library.Space;
import io.opslore.library.SpaceAccess;
import io.opslore.library.SpaceGrant;
import io.opslore.models.ChatRequest;
import io.opslore.models.ModelStatus;
import io.opslore.retrieval.Passage;
import io.opslore.schedules.ScheduledJob;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Answers that are made from what tools see at this moment. */
class LookingTests extends AssistantRoomTest {

    private static final String PODS =
            "{\"calls\": [{\"tool\": \"testing_pods_list\", \"arguments\": {}}]}";

    @Autowired private ConnectionCatalogue connections;
    @Autowired private SpaceAccess access;
    @Autowired private Ledger ledger;
    @Autowired private Hearing hearing;
    @Autowired private LookupKeeping keeping;
    @Autowired private Sharing sharing;
    @Autowired private SharedConversations shared;
    @Autowired private List<ScheduledJob> jobs;
    @Autowired private JdbcTemplate jdbc;

    private Space space;
    private String cluster;

    @BeforeEach
    void connectACluster() {
        space = space();
        cluster = "cluster-" + UUID.randomUUID().toString().substring(0, 8);
        connections.save(
                new ConnectionEdit(
                        new ConnectionId(cluster),
                        "Cluster",
                        TestingLookups.KIND,
                        space.id(),
                        Map.of("url", "https://" + cluster)),
                admin());
        lookups.find(
                List.of(
                        Map.of("name", "api-7d9", "state", "CrashLoopBackOff"),
                        Map.of("name", "web-1", "state", "Running")));
    }

    @AfterEach
    void disconnectIt() {
        connections.remove(new ConnectionId(cluster), admin());
    }

    @Test
    void citesWhatAToolHasSeen() throws Exception {
        Asker asker = somebody(Role.READER);
        modelPlans(List.of(PODS), "The pod api-7d9 is in CrashLoopBackOff [1].");

        Answer answer = asked(asker);

        assertThat(answer.outcome()).as("%s", answer).isEqualTo(Outcome.ANSWERED);
        assertThat(answer.unsupported()).isEmpty();
        Citation citation = answer.citations().getFirst();
        assertThat(citation.quote()).contains("api-7d9").contains("CrashLoopBackOff");
        assertThat(documents.text(citation.revision(), asker).orElseThrow().text())
                .contains("# testing_pods_list")
                .contains("version 4711");
        Lookup lookup = answer.workings().lookups().getFirst();
        assertThat(lookup.state()).isEqualTo(Lookup.State.FOUND);
        assertThat(lookup.rows()).isEqualTo(2);
        assertThat(citedSources.seen(lookup, asker)).get().asString().contains("web-1");
        assertThat(conversations.answers(answer.conversation(), asker)).containsExactly(answer);
    }

    @Test
    void keepsWhatWasSeenOutOfEveryList() throws Exception {
        Asker asker = somebody(Role.READER);
        modelPlans(List.of(PODS), "CrashLoopBackOff [1].");

        Citation citation = asked(asker).citations().getFirst();

        assertThat(documents.in(space.id(), admin())).isEmpty();
        // Brought back it would be indexed like any document.
        assertThatThrownBy(() -> documents.restore(citation.revision(), admin()))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void whatWasSeenIsKeptForAsLongAsAnAnswerCitesIt() throws Exception {
        Asker asker = somebody(Role.READER);
        modelPlans(List.of(PODS), "CrashLoopBackOff [1].");
        Answer first = asked(asker);
        RevisionId seen = first.citations().getFirst().revision();
        lookups.find(List.of(Map.of("name", "api-7d9", "state", "Running")));
        modelPlans(List.of(PODS), "Running [1].");
        Answer second = asked(asker);
        RevisionId later = second.citations().getFirst().revision();
        assertThat(later).isNotEqualTo(seen);
        daysPass(8);

        purge();
        assertThat(documents.text(seen, asker)).isPresent();

        conversations.delete(first.conversation(), asker);
        purge();
        assertThatThrownBy(() -> documents.text(seen, asker)).isInstanceOf(NotFound.class);
        assertThat(documents.text(later, asker)).isPresent();

        conversations.delete(second.conversation(), asker);
        purge();
        assertThatThrownBy(() -> documents.text(later, asker)).isInstanceOf(NotFound.class);
        assertThat(
                        jdbc.queryForObject(
                                "select count(*) from document where snapshot and space_id = ?",
                                Long.class,
                                space.id().value()))
                .isZero();
    }

    @Test
    void whatWasSeenAgainLatelyIsNotTooOldToBeCited() throws Exception {
        Asker asker = somebody(Role.READER);
        modelPlans(List.of(PODS), "CrashLoopBackOff [1].");
        Answer first = asked(asker);
        daysPass(8);
        modelPlans(List.of(PODS), "CrashLoopBackOff [1].");
        Answer again = asked(asker);
        RevisionId seen = again.citations().getFirst().revision();
        assertThat(seen).isEqualTo(first.citations().getFirst().revision());
        conversations.delete(first.conversation(), asker);
        conversations.delete(again.conversation(), asker);

        purge();

        assertThat(documents.text(seen, asker)).isPresent();
    }

    /** For all that was seen so far. */
    private void daysPass(int days) {
        jdbc.update(
                "update document set changed_at = changed_at - make_interval(days => ?) where snapshot",
                days);
        jdbc.update("update revision set created_at = created_at - make_interval(days => ?)", days);
    }

    private void purge() throws Exception {
        for (ScheduledJob job : jobs) {
            if (job.name().equals("snapshots")) {
                job.run();
            }
        }
    }

    @Test
    void asksForNothingWhereTheSourceIsNotForTheAsker() throws Exception {
        Asker stranger = somebody(Role.READER);
        closeTheSpace();
        modelPlans(List.of(PODS), "CrashLoopBackOff [1].");

        Answer answer = asked(stranger);

        assertThat(answer.outcome()).isEqualTo(Outcome.NO_SUPPORT);
        assertThat(answer.workings().lookups()).isEmpty();
        assertThat(lookups.asked()).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void asksNoToolWhereDocumentsAnswer() throws Exception {
        Asker asker = somebody(Role.READER);
        retrieval.finds(passage(space, "gateway.md", "The gateway listens on port 8443."));
        modelPlans(List.of(PODS), "Port 8443 [1].");

        Answer answer = answered("Which port does the gateway use?", null, asker);

        assertThat(answer.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(lookups.asked()).isEmpty();
    }

    @Test
    void callsNeitherTwiceTheSameNorMoreThanTheBudgetAllows() throws Exception {
        Asker asker = somebody(Role.READER);
        modelPlans(
                List.of(pods("a", "a", "b"), pods("b", "c", "d"), pods("e", "f", "g"), pods("h")),
                "CrashLoopBackOff [1].");

        Answer answer = asked(asker);

        assertThat(lookups.asked()).containsExactly("a", "b", "c", "d", "e", "f");
        assertThat(answer.workings().lookups()).hasSize(6);
        assertThat(planned()).hasSize(3);
    }

    @Test
    void tellsTheModelWhatItFoundSoThatItCanLookCloser() throws Exception {
        Asker asker = somebody(Role.READER);
        modelPlans(List.of(PODS, pods("api-7d9")), "CrashLoopBackOff [1].");

        asked(asker);

        assertThat(lookups.asked()).containsExactly("all", "api-7d9");
        assertThat(planned().get(1).turns().getLast().text()).contains("name: web-1");
    }

    @Test
    void waitsNoLongerThanItsTimeForAPlan() throws Exception {
        Asker asker = somebody(Role.READER);
        retrieval.finds(passage(space, "pods.md", "Pods in CrashLoopBackOff: read their logs."));
        server.plansNothingEver("Read their logs [1].");
        await().until(() -> models.status() instanceof ModelStatus.Available);

        List<Answer> snapshots =
                followed(
                        assistant
                                .ask("Why is the api pod failing on " + cluster + "?", null, asker)
                                .id(),
                        asker);

        assertThat(snapshots).extracting(Answer::outcome).contains(Outcome.LOOKING);
        assertThat(snapshots.getLast().outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(snapshots.getLast().workings().lookups()).isEmpty();
    }

    @Test
    void saysThatAToolFailedAndAnswersFromDocuments() throws Exception {
        Asker asker = somebody(Role.READER);
        retrieval.finds(passage(space, "pods.md", "Pods in CrashLoopBackOff: read their logs."));
        lookups.leave();
        modelPlans(List.of(PODS), "Read their logs [1].");

        Answer answer = asked(asker);

        assertThat(answer.outcome()).isEqualTo(Outcome.ANSWERED);
        Lookup lookup = answer.workings().lookups().getFirst();
        assertThat(lookup.state()).isEqualTo(Lookup.State.FAILED);
        assertThat(lookup.failure()).isEqualTo("The cluster does not answer. Try later.");
    }

    @Test
    void passesOverACallOfAToolThatWasNotOffered() throws Exception {
        Asker asker = somebody(Role.READER);
        modelPlans(
                List.of(
                        "{\"calls\": [{\"tool\": \"docs_spaces_list\", \"arguments\": {}}]}",
                        "no plan"),
                "Nothing.");

        Answer answer = asked(asker);

        assertThat(answer.workings().lookups()).isEmpty();
    }

    @Test
    void masksWhatAToolHasSeenEverywhere() throws Exception {
        Asker asker = somebody(Role.READER);
        lookups.find(List.of(Map.of("name", "api", "DB_PASSWORD", "correcthorse99")));
        modelPlans(
                List.of(pods("password=hunter2hunter2"), PODS), "The pod api has a password [1].");

        Answer answer = asked(asker);

        assertThat(answer.toString()).doesNotContain("correcthorse99", "hunter2hunter2");
        assertThat(answer.workings().lookups().getFirst().masked()).isEqualTo(1);
        assertThat(server.requests().toString()).doesNotContain("correcthorse99");
        for (Lookup lookup : answer.workings().lookups()) {
            var seen = new RevisionId(lookup.revision());
            assertThat(documents.revision(seen, asker).path()).doesNotContain("hunter2hunter2");
            assertThat(documents.text(seen, asker).orElseThrow().text())
                    .doesNotContain("correcthorse99", "hunter2hunter2");
        }
    }

    @Test
    void masksArgumentsHoweverDeepTheyStandBeforeTheyAreKeptOrShown() {
        var call =
                new PlannedCall(
                        "other_login_check",
                        Map.of(
                                "password", "hunter2",
                                "login", Map.of("user", "kiel", "password", "correcthorse99"),
                                "tokens", List.of(Map.of("token", "Kx9-vQ2w7z")),
                                "limits", List.of(1, 2.5, true)));
        var wish = new ModelWish(null, null, new LookupWish(List.of(call), List.of()));

        PlannedCall stored =
                hearing.hear("Who may log in?", wish, admin()).wish().lookups().calls().getFirst();

        String shown = keeping.told(call);
        assertThat(List.of(stored.toString(), shown))
                .allSatisfy(text ->
                        assertThat(text)
                                .contains("user=kiel", "«secret:")
                                .doesNotContain("hunter2", "correcthorse99", "Kx9-vQ2w7z"));
        assertThat(stored.arguments()).containsEntry("limits", List.of(1, 2.5, true));
    }

    @Test
    void masksWhatAFailureRepeatsOfAnArgument() throws Exception {
        Asker asker = somebody(Role.READER);
        lookups.fail(
                "There is no pod 'token ghp_%s'."
                        .formatted("Ab3dEf6hIj9kLm2nOp5qRs8tUv1wXy4zAb3d"));
        modelPlans(List.of(PODS), "Nothing.");

        Answer answer = asked(asker);

        assertThat(answer.workings().lookups().getFirst().failure())
                .contains("There is no pod")
                .doesNotContain("Ab3dEf6h");
        assertThat(server.requests().toString()).doesNotContain("Ab3dEf6h");
    }

    @Test
    void makesTheCallsOfAQuickTaskWithoutAModel() throws Exception {
        Asker asker = somebody(Role.READER);
        var wish =
                new ModelWish(
                        null,
                        null,
                        new LookupWish(
                                List.of(
                                        new PlannedCall(
                                                "testing_pods_list", Map.of("pod", "api-7d9"))),
                                List.of()));

        Answer begun = assistant.ask("Why is the pod api-7d9 failing?", null, wish, asker);
        Answer answer = followed(begun.id(), asker).getLast();

        assertThat(lookups.asked()).containsExactly("api-7d9");
        assertThat(answer.outcome()).isEqualTo(Outcome.PASSAGES);
        assertThat(answer.citations().getFirst().quote()).contains("CrashLoopBackOff");
    }

    @Test
    void hidesWhatWasSeenFromWhoMayNotLookThere() throws Exception {
        Asker asker = somebody(Role.READER);
        modelPlans(List.of(PODS), "The pod api-7d9 is in CrashLoopBackOff [1].");

        Lookup lookup = asked(asker).workings().lookups().getFirst();

        assertThat(citedSources.seen(lookup, somebody(Role.READER))).isPresent();
        closeTheSpace();
        assertThat(citedSources.seen(lookup, somebody(Role.READER))).isEmpty();
    }

    @Test
    void tellsNoOtherReaderWhatWasAskedForInVainWhereTheyMayNotLook() throws Exception {
        Asker owner = somebody(Role.READER, Role.CURATOR);
        Asker reader = somebody(Role.READER);
        Asker colleague = somebody(Role.READER, Role.CURATOR);
        retrieval.finds(passage(space(), "pods.md", "Pods in CrashLoopBackOff: read their logs."));
        closeTheSpace();
        lookups.leave();
        modelPlans(List.of(pods("api-7d9-of-the-secret-project")), "Read their logs [1].");
        Answer answer = asked(owner);
        sharing.share(
                answer.conversation(),
                Set.of(new Grantee.Person(reader.id()), new Grantee.Person(colleague.id())),
                owner);

        Answer seen = shared.answers(answer.conversation(), reader).getFirst();

        assertThat(seen.markdown()).isEqualTo(answer.markdown()).isNotEmpty();
        assertThat(seen.workings().lookups()).isEmpty();
        assertThat(seen.toString()).doesNotContain("secret-project");
        assertThat(shared.answers(answer.conversation(), colleague).getFirst().workings())
                .isEqualTo(answer.workings());
    }

    @Test
    void tellsItsAskerNoMoreWhatWasAskedForWhereTheyMayNotLookByNow() throws Exception {
        Asker owner = somebody(Role.READER);
        lookups.leave();
        modelPlans(List.of(pods("api-7d9")), "Nothing.");
        Answer answer = asked(owner);
        closeTheSpace();

        Lookup lookup =
                conversations
                        .answers(answer.conversation(), owner)
                        .getFirst()
                        .workings()
                        .lookups()
                        .getFirst();

        assertThat(lookup.state()).isEqualTo(Lookup.State.FAILED);
        assertThat(lookup.arguments()).isEmpty();
        assertThat(lookup.failure()).isEmpty();
    }

    @Test
    void showsAnAuditorWhatTheModelWasAskedThatSaidWhatToLookUp() throws Exception {
        Asker asker = somebody(Role.READER);
        Asker auditor = somebody(Role.AUDITOR, Role.READER);
        modelPlans(List.of(PODS, pods("api-7d9")), "The pod api-7d9 crashes [1].");
        Answer answer = asked(asker);

        List<PlanRecord> plans = ledger.open(answer.id(), auditor).plans();

        assertThat(plans).hasSize(3).extracting(PlanRecord::rebuilt).containsOnly(Rebuilt.EXACT);
        for (int round = 0; round < plans.size(); round++) {
            assertThat(plans.get(round).sent()).isEqualTo(planned().get(round).turns());
        }
        assertThat(plans.get(1).sent().getLast().text()).contains("name: web-1");
        assertThat(plans.get(1).said()).contains("api-7d9");

        closeTheSpace();
        assertThat(ledger.open(answer.id(), auditor).plans())
                .allSatisfy(plan -> assertThat(plan.sent()).isEmpty())
                .allSatisfy(plan -> assertThat(plan.said()).isEmpty())
                .extracting(PlanRecord::rebuilt)
                .containsOnly(Rebuilt.INCOMPLETE);
    }

    @Test
    void letsOnlyThoseReadWhatQuotesADocumentWhoMayReadThatToo() throws Exception {
        Asker owner = somebody(Role.READER, Role.CURATOR);
        Asker reader = somebody(Role.READER);
        Asker colleague = somebody(Role.READER, Role.CURATOR);
        Space declarations = space();
        Passage declared = passage(declarations, "shop.yaml", "image: api:secret-project");
        closeToReaders(declarations);
        lookups.find(List.of(Map.of("is", "different", "declared", "api:secret-project")));
        lookups.quote(declared.document().id());
        modelPlans(List.of(PODS), "It differs from the declared api:secret-project [1].");
        Answer answer = asked(owner);
        sharing.share(
                answer.conversation(),
                Set.of(new Grantee.Person(reader.id()), new Grantee.Person(colleague.id())),
                owner);
        Lookup lookup = answer.workings().lookups().getFirst();
        var revision = new RevisionId(lookup.revision());

        assertThat(shared.answers(answer.conversation(), reader).getFirst().toString())
                .contains("WITHHELD")
                .doesNotContain("secret-project");
        assertThat(citedSources.seen(lookup, reader)).isEmpty();
        assertThatThrownBy(() -> documents.text(revision, reader)).isInstanceOf(NotFound.class);
        assertThat(shared.answers(answer.conversation(), colleague).getFirst().citations())
                .isEqualTo(answer.citations());
        assertThat(citedSources.seen(lookup, colleague)).isPresent();

        bin.purge(declared.document().id(), admin());
        assertThat(citedSources.seen(lookup, colleague)).isEmpty();
    }

    private void closeTheSpace() {
        closeToReaders(space);
    }

    private void closeToReaders(Space closed) {
        access.set(
                closed.id(),
                List.of(new SpaceGrant(new Grantee.Holders(Role.CURATOR), Role.CURATOR)),
                admin());
    }

    private Answer asked(Asker asker) throws InterruptedException {
        return answered("Why is the api pod failing on " + cluster + "?", null, asker);
    }

    private List<ChatRequest> planned() {
        return server.requests().stream().filter(request -> !request.form().isEmpty()).toList();
    }

    private static String pods(String... names) {
        return "{\"calls\": ["
                + String.join(
                        ",",
                        List.of(names).stream()
                                .map(name ->
                                        "{\"tool\": \"testing_pods_list\", \"arguments\": {\"pod\": \"%s\"}}"
                                                .formatted(name))
                                .toList())
                + "]}";
    }

    private void modelPlans(List<String> plans, String... words) {
        server.plans(plans, words);
        await().until(() -> models.status() instanceof ModelStatus.Available);
    }
}
