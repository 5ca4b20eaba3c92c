package io.opslore.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.opslore.assistant.Answer.Outcome;
import io.opslore.assistant.lookup.PastedKind;
import io.opslore.assistant.lookup.PlannedCall;
import io.opslore.connections.ConnectionCatalogue;
import io.opslore.connections.ConnectionEdit;
import io.opslore.connections.ConnectionId;
import io.opslore.identity.Asker;
import io.opslore.identity.Grantee;
import io.opslore.identity.Role;
import io.opslore.library.NotFound;
import io.opslore.library.Space;
import io.opslore.library.SpaceAccess;
import io.opslore.library.SpaceGrant;
import io.opslore.models.ModelStatus;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Questions about a text that their asker has pasted; and what asking again keeps of a question.
 */
class PastedTextsTests extends AssistantRoomTest {

    private static final String MANIFEST =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: api
            spec:
              template:
                spec:
                  containers:
                    - name: api
                      image: registry.example/api:latest
                      env:
                        - name: DB_PASSWORD
                          value: correcthorse99
            """;

    @Autowired private PastedTexts pasted;
    @Autowired private SpaceAccess access;
    @Autowired private LookingChoice looking;
    @Autowired private ConnectionCatalogue connections;

    private Space space;
    private Asker asker;

    @BeforeEach
    void aReader() {
        space = space();
        asker = somebody(Role.READER);
    }

    @Test
    void citesThePastedLinesAndWhatTheRulesSayOfThem() throws Exception {
        modelSays("The image registry.example/api:latest has no fixed version [2].");

        Answer answer = reviewed(MANIFEST);

        assertThat(answer.outcome()).as("%s", answer).isEqualTo(Outcome.ANSWERED);
        Citation citation = answer.citations().getFirst();
        assertThat(citation.quote()).contains("image: registry.example/api:latest");
        assertThat(citation.lines().first()).isLessThanOrEqualTo(10);
        assertThat(prompt())
                .contains("ERROR in line 13 of the pasted text (secret-in-text)")
                .contains("in line 10 of the pasted text (k8s-image-latest)");
        assertThat(answer.workings().lookups())
                .extracting(Lookup::tool, Lookup::rows, Lookup::masked)
                .contains(org.assertj.core.groups.Tuple.tuple("pasted_text", 13, 1));
    }

    @Test
    void takesSecretsOutOfWhatWasPastedBeforeAnythingElse() throws Exception {
        modelSays("The api has a password [2].");

        Answer answer = reviewed(MANIFEST);

        assertThat(server.requests().toString()).doesNotContain("correcthorse99");
        assertThat(answer.toString()).doesNotContain("correcthorse99");
        for (Lookup lookup : answer.workings().lookups()) {
            assertThat(citedSources.seen(lookup, asker))
                    .get()
                    .asString()
                    .isNotEmpty()
                    .doesNotContain("correcthorse99");
        }
        assertThat(documents.in(space.id(), admin())).isEmpty();
        assertThat(stored("select wish::text from answer")).doesNotContain("correcthorse99");
    }

    @Test
    void quotesTheFindingsWithoutAModel() throws Exception {
        Answer answer = reviewed(MANIFEST);

        assertThat(answer.outcome()).as("%s", answer).isEqualTo(Outcome.PASSAGES);
        assertThat(answer.markdown()).contains("k8s-image-latest");
    }

    @Test
    void quotesTheFindingsInWhateverLanguageIsAsked() throws Exception {
        Pasted kept = pasted.keep(PastedKind.MANIFEST, MANIFEST, space.id(), asker);
        ModelWish wish = ModelWish.AUTOMATIC.looking(LookupWish.NONE.about(kept));

        Answer begun = assistant.ask("Что стоит исправить?", null, wish, asker);
        Answer answer = followed(begun.id(), asker).getLast();

        assertThat(answer.outcome()).as("%s", answer).isEqualTo(Outcome.PASSAGES);
        assertThat(answer.citations().getFirst().quote()).contains("k8s-image-latest");
    }

    @Test
    void keepsThePastedTextFromWhoMayNotReadItsSpace() throws Exception {
        modelSays("The image is latest [2].");
        Lookup lookup = reviewed(MANIFEST).workings().lookups().getFirst();
        Asker other = somebody(Role.READER);
        assertThat(citedSources.seen(lookup, other)).isPresent();

        access.set(
                space.id(),
                List.of(new SpaceGrant(new Grantee.Holders(Role.CURATOR), Role.CURATOR)),
                admin());

        assertThat(citedSources.seen(lookup, other)).isEmpty();
        assertThatThrownBy(() -> pasted.keep(PastedKind.DIFF, "+ a", space.id(), other))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void keepsTheSameTextOnceAndRefusesOneThatIsTooLongOrEmpty() {
        Pasted first = pasted.keep(PastedKind.SCRIPT, "rm -rf build\r\n", space.id(), asker);
        Pasted again = pasted.keep(PastedKind.SCRIPT, "rm -rf build", space.id(), asker);

        assertThat(again).isEqualTo(first);
        assertThat(first.findings()).isNull();
        Pasted others = pasted.keep(PastedKind.SCRIPT, "rm -rf build", space.id(), admin());
        assertThat(others.revision()).isNotEqualTo(first.revision());
        String long1 = "a".repeat(PastedTexts.LONGEST + 1);
        assertThatThrownBy(() -> pasted.keep(PastedKind.DIFF, long1, space.id(), asker))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pasted.keep(PastedKind.DIFF, " \n", space.id(), asker))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void looksAtThePastedTextAgainWhenItIsAskedAgain() throws Exception {
        Answer first = reviewed(MANIFEST);

        Answer again =
                followed(assistant.retry(first.id(), ModelWish.AUTOMATIC, asker).id(), asker)
                        .getLast();

        assertThat(again.workings().lookups()).isEqualTo(first.workings().lookups());
        assertThat(again.workings().lookups()).hasSize(2);
    }

    @Test
    void makesTheCallsOfAQuickTaskAgainWhenItIsAskedAgain() throws Exception {
        String cluster = cluster();
        try {
            var wish =
                    new LookupWish(
                            List.of(
                                    new PlannedCall(
                                            "testing_pods_list",
                                            Map.of("pod", "password=hunter2hunter2"))),
                            List.of());
            Answer first =
                    followed(
                                    assistant
                                            .ask(
                                                    "Why is it failing?",
                                                    null,
                                                    ModelWish.AUTOMATIC.looking(wish),
                                                    asker)
                                            .id(),
                                    asker)
                            .getLast();
            assertThat(lookups.asked()).hasSize(1);

            Answer again = followed(assistant.retry(first.id(), asker).id(), asker).getLast();

            assertThat(lookups.asked()).hasSize(2);
            assertThat(again.workings().lookups()).hasSize(1);
            assertThat(stored("select wish::text from answer")).doesNotContain("hunter2hunter2");
        } finally {
            connections.remove(new ConnectionId(cluster), admin());
        }
    }

    @Test
    void looksNowhereWhereTheAskerHasSwitchedThatOff() throws Exception {
        String cluster = cluster();
        try {
            assertThat(looking.isOffered(asker)).isTrue();
            assertThat(looking.isOn(asker)).isTrue();
            looking.choose(false, asker);
            looking.choose(false, asker);
            assertThat(looking.isOn(asker)).isFalse();
            assertThat(looking.isOn(somebody(Role.READER))).isTrue();
            server.plans(
                    List.of("{\"calls\": [{\"tool\": \"testing_pods_list\", \"arguments\": {}}]}"),
                    "Nothing.");
            await().until(() -> models.status() instanceof ModelStatus.Available);

            String question = "Why is the api pod failing on " + cluster + "?";
            ModelWish off = ModelWish.AUTOMATIC.looking(LookupWish.NOWHERE);
            followed(assistant.ask(question, null, off, asker).id(), asker);
            assertThat(lookups.asked()).isEmpty();

            followed(assistant.ask(question, null, asker).id(), asker);
            assertThat(lookups.asked()).containsExactly("all");
            looking.choose(true, asker);
            assertThat(looking.isOn(asker)).isTrue();
        } finally {
            connections.remove(new ConnectionId(cluster), admin());
        }
        assertThat(looking.isOffered(asker)).isFalse();
    }

    private String cluster() {
        String id = "cluster-" + UUID.randomUUID().toString().substring(0, 8);
        connections.save(
                new ConnectionEdit(
                        new ConnectionId(id),
                        "Cluster",
                        TestingLookups.KIND,
                        space.id(),
                        Map.of("url", "https://" + id)),
                admin());
        lookups.find(List.of(Map.of("name", "api-7d9", "state", "CrashLoopBackOff")));
        return id;
    }

    private Answer reviewed(String text) throws InterruptedException {
        Pasted kept = pasted.keep(PastedKind.MANIFEST, text, space.id(), asker);
        ModelWish wish = ModelWish.AUTOMATIC.looking(LookupWish.NONE.about(kept));
        String question = "Review the pasted manifest: what should be mended in the image?";
        return followed(assistant.ask(question, null, wish, asker).id(), asker).getLast();
    }

    private String prompt() {
        return server.requests().getLast().turns().getLast().text();
    }

    private String stored(String sql) {
        return database.sql(sql).query(String.class).list().toString();
    }
}
