package io.opslore.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.opslore.assistant.Answer.Outcome;
import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.Role;
import io.opslore.library.Space;
import io.opslore.models.CatalogueEntry;
import io.opslore.models.ChatPart;
import io.opslore.models.ModelAccess;
import io.opslore.models.ModelAdvice;
import io.opslore.models.ModelCatalogue;
import io.opslore.models.ModelOptions;
import io.opslore.models.ModelTask;
import io.opslore.models.TaskModel;
import io.opslore.models.TaskModels;
import io.opslore.models.TaskSetup;
import io.opslore.models.Thinking;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

class TaskModelsTests extends AssistantRoomTest {

    private static final String QUESTION = "Which gateway port?";
    private static final String TEXT = "The gateway listens on port 8443.";
    private static final String SAID = "It listens on port 8443 [1].";
    private static final String CODER = "qwen2.5-coder:32b";
    private static final String DOCS = "llama3.1:70b";
    private static final String GENERAL = "qwen2.5:72b";
    private static final String SMALL = "smollm2:latest";

    @Autowired private ModelCatalogue catalogue;
    @Autowired private ModelAccess access;
    @Autowired private TaskModels tasks;
    @Autowired private Ledger ledgerOfAll;

    private Asker asker;
    private Asker admin;
    private Space space;

    @BeforeEach
    void people() {
        asker = somebody(Role.READER);
        admin = somebody(Role.ADMIN);
        space = space();
        retrieval.finds(passage(space, "gateway.md", TEXT));
    }

    @AfterEach
    void asItWas() {
        database.sql("delete from model_task").update();
        database.sql("delete from kept_model").update();
    }

    @Test
    void eachTaskIsWorkedOnByItsModel() throws Exception {
        serverHolds(CODER, DOCS, GENERAL);

        Answer documented = answered(QUESTION, null, asker);
        Answer coded = answered("Review the code of the gateway port", null, asker);

        assertThat(server.asked()).containsExactly(DOCS, CODER);
        assertThat(documented.workings().task()).isEqualTo(ModelTask.DOCUMENTATION);
        assertThat(coded.workings().task()).isEqualTo(ModelTask.CODE);
    }

    @Test
    void aMissingModelIsReplacedByTheGeneralOneThenByAny() {
        serverHolds(SMALL, GENERAL);
        assertThat(tasks.of(ModelTask.CODE, asker))
                .isInstanceOfSatisfying(
                        TaskModel.Ready.class,
                        ready -> {
                            assertThat(ready.model()).isEqualTo(GENERAL);
                            assertThat(ready.wanted()).isEqualTo(CODER);
                            assertThat(ready.standsIn()).isTrue();
                        });
        serverHolds(SMALL);
        assertThat(ready(ModelTask.CODE, asker).model()).isEqualTo(SMALL);
        assertThat(entry(ModelTask.CODE).installed()).isFalse();
    }

    @Test
    void thePersonsTaskGoesBeforeTheSignsAndIsRemembered() throws Exception {
        serverHolds(CODER, DOCS, GENERAL);

        Answer first = asked(ModelWish.of(ModelTask.CODE), null);

        assertThat(first.model()).isEqualTo(CODER);
        assertThat(conversations.task(first.conversation(), asker)).isEqualTo(ModelTask.CODE);
        Answer again = followed(assistant.retry(first.id(), asker).id(), asker).getLast();
        assertThat(again.workings().task()).isEqualTo(ModelTask.CODE);
        asked(ModelWish.AUTOMATIC, first.conversation());
        assertThat(conversations.task(first.conversation(), asker)).isNull();
    }

    @Test
    void asksAgainByAModelOfThePersonsChoice() throws Exception {
        serverHolds(CODER, DOCS, GENERAL);
        Answer first = asked(ModelWish.AUTOMATIC, null);

        Answer again =
                followed(
                                assistant
                                        .retry(first.id(), new ModelWish(null, GENERAL), asker)
                                        .id(),
                                asker)
                        .getLast();

        assertThat(again.model()).isEqualTo(GENERAL);
        assertThatExceptionOfType(ModelRefused.class)
                .isThrownBy(
                        () -> assistant.retry(again.id(), new ModelWish(null, "no-such"), asker));
        assertThat(conversations.answers(first.conversation(), asker))
                .extracting(Answer::id)
                .containsExactly(again.id());
    }

    @Test
    void aModelKeptForOtherRolesNeverAnswers() throws Exception {
        serverHolds(DOCS, GENERAL, SMALL);
        access.keep(DOCS, Set.of(Role.ADMIN), admin);

        assertThat(asked(ModelWish.AUTOMATIC, null).model()).isEqualTo(GENERAL);
        assertThat(tasks.allowed(asker)).containsExactly(GENERAL, SMALL);
        assertThat(ready(ModelTask.DOCUMENTATION, admin).model()).isEqualTo(DOCS);

        access.keep(GENERAL, Set.of(), admin);
        assertThat(asked(ModelWish.AUTOMATIC, null).model()).isEqualTo(SMALL);
        assertThatExceptionOfType(ModelRefused.class)
                .isThrownBy(() -> asked(new ModelWish(null, DOCS), null));
        assertThat(server.asked()).doesNotContain(DOCS);
    }

    @Test
    void aQuestionIsMeasuredAgainstTheWindowOfTheModelThatWillAnswer() throws Exception {
        serverHolds(CODER, DOCS, GENERAL);
        windowOf(ModelTask.CODE, 4096);
        windowOf(ModelTask.GENERAL, 32_768);
        String question = "Which port? " + "port ".repeat(2500);

        assertThatExceptionOfType(QuestionTooLong.class)
                .isThrownBy(() -> asked(question, ModelWish.of(ModelTask.CODE)))
                .satisfies(refused -> assertThat(refused.allowed()).isLessThan(2500));
        assertThatExceptionOfType(QuestionTooLong.class)
                .as("the portal could take it for code")
                .isThrownBy(() -> asked(question, ModelWish.AUTOMATIC));
        assertThat(asked(question, ModelWish.of(ModelTask.GENERAL)).outcome())
                .isEqualTo(Outcome.ANSWERED);
        assertThat(asked(question, new ModelWish(ModelTask.CODE, GENERAL)).outcome())
                .as("the window is the model's")
                .isEqualTo(Outcome.ANSWERED);
    }

    @Test
    void whoMayUseNoModelGetsPassagesAndTheReason() throws Exception {
        serverHolds(SMALL);
        access.keep("SmolLM2", Set.of(Role.ADMIN), admin);

        Answer answer = asked(ModelWish.AUTOMATIC, null);

        assertThat(answer.outcome()).isEqualTo(Outcome.PASSAGES);
        assertThat(answer.remarks()).contains(Remark.of(Remark.Kind.MODELS_NOT_ALLOWED));
        assertThat(server.asked()).isEmpty();
        assertThat(stored(answer)).isEqualTo(answer);
        access.open(SMALL, admin);
        assertThat(asked(ModelWish.AUTOMATIC, null).outcome()).isEqualTo(Outcome.ANSWERED);
    }

    @Test
    void theEndOfARoleOpensItsModelsToNobody() {
        serverHolds(SMALL);
        database.sql(
                        "insert into role (key, name, description, built_in) values ('gpu', 'GPU', '', false)")
                .update();
        access.keep(SMALL, Set.of(new Role("gpu")), admin);

        database.sql("delete from role where key = 'gpu'").update();

        assertThat(tasks.of(ModelTask.CODE, asker)).isInstanceOf(TaskModel.NotAllowed.class);
    }

    @Test
    void theWindowOfAModelIsTheSameForWhoeverAsksAndWhateverFor() throws Exception {
        serverHolds(GENERAL);
        catalogue.set(setup(ModelTask.GENERAL, GENERAL, 16_384, Thinking.OFF), admin);
        catalogue.set(setup(ModelTask.CODE, CODER, 65_536, Thinking.OFF), admin);
        database.sql(
                        "insert into limit_value (limit_key, account_id, amount) values ('context-tokens', ?, 4096)")
                .param(asker.id().value())
                .update();

        Answer answer = asked(ModelWish.of(ModelTask.CODE), null);
        asked(ModelWish.of(ModelTask.GENERAL), null);

        assertThat(server.requests())
                .extracting(request -> request.options().contextTokens())
                .containsExactly(16_384, 16_384);
        assertThat(server.requests().getFirst().options())
                .isEqualTo(
                        new ModelOptions(16_384, 0.7, Optional.of(Duration.ofMinutes(30)), false));
        assertThat(ledgerOfAll.open(answer.id(), admin).options())
                .containsEntry("task", "code")
                .containsEntry("wantedModel", CODER)
                .containsEntry("window", "16384")
                .containsEntry("contextTokens", "4096")
                .containsEntry("temperature", "0.7")
                .containsEntry("keepAlive", "PT30M")
                .containsEntry("thinking", "off");
    }

    @Test
    void thoughtsAreMaskedCheckedAndKeptApart() throws Exception {
        thinks(Thinking.FOLDED);
        modelAnswers(
                Flux.just(
                        new ChatPart.Thought("The user's token=ghp_"),
                        new ChatPart.Thought("abcdefghijklmnopqrstuvwxyz0123456789 is there [1]. "),
                        new ChatPart.Words(SAID),
                        done()));

        Answer answer = asked(ModelWish.AUTOMATIC, null);

        assertThat(answer.markdown()).isEqualTo(SAID);
        assertThat(answer.citations()).hasSize(1);
        assertThat(answer.workings().thinking()).isEqualTo(Thinking.FOLDED);
        assertThat(answer.workings().thoughts())
                .startsWith("The user's token=")
                .doesNotContain("ghp_abcdef");
        assertThat(stored(answer)).isEqualTo(answer);
        asked(ModelWish.AUTOMATIC, answer.conversation());
        assertThat(server.requests().getLast().turns().toString())
                .contains("It listens on port 8443")
                .doesNotContain("The user's token");
    }

    @Test
    void thoughtsDoNotTellTheRules() throws Exception {
        thinks(Thinking.SHOWN);
        server.answers(Flux.never());
        modelAnswers(
                Flux.defer(() -> {
                    String rules = server.requests().getLast().turns().getFirst().text();
                    return Flux.just(
                            new ChatPart.Thought("My rules: " + rules),
                            new ChatPart.Words(SAID),
                            done());
                }));

        Answer answer = asked(ModelWish.AUTOMATIC, null);

        String rules = server.requests().getLast().turns().getFirst().text();
        assertThat(answer.workings().thoughts())
                .startsWith("My rules: " + LeakCheck.GAP)
                .doesNotContain(rules.substring(0, 80));
    }

    @Test
    void thoughtsThatNobodyWantsAreDropped() throws Exception {
        thinks(Thinking.OFF);
        modelAnswers(Flux.just(new ChatPart.Thought("Hmm."), new ChatPart.Words(SAID), done()));

        assertThat(asked(ModelWish.AUTOMATIC, null).workings().thoughts()).isEmpty();
        assertThat(server.requests().getLast().options().thinks()).isFalse();
    }

    @Test
    void whoLosesASourceLosesTheThoughtsOfIt() throws Exception {
        thinks(Thinking.FOLDED);
        modelAnswers(Flux.just(new ChatPart.Thought("Hmm."), new ChatPart.Words(SAID), done()));
        Answer answer = asked(ModelWish.AUTOMATIC, null);
        assertThat(stored(answer).workings().thoughts()).isEqualTo("Hmm.");

        database.sql("delete from space_access where space_id = ?")
                .param(space.id().value())
                .update();

        assertThat(stored(answer).workings().thoughts()).isEmpty();
    }

    @Test
    void aThinkingModelHasRoomForItsThoughts() throws Exception {
        thinks(Thinking.FOLDED);
        modelSays(SAID);
        asked(ModelWish.AUTOMATIC, null);
        assertThat(server.requests().getLast().answerTokens()).isEqualTo(8192 / 3);
    }

    @Test
    void anAdminSetsUpTasksAndEachChangeIsRecorded() {
        serverHolds(SMALL);
        long before = records();
        catalogue.follow(ModelAdvice.GB_8, admin);
        assertThat(entry(ModelTask.CODE).setup().model()).isEqualTo("qwen2.5-coder:7b");
        assertThat(entry(ModelTask.CODE).own()).isTrue();
        catalogue.reset(ModelTask.CODE, admin);
        assertThat(entry(ModelTask.CODE).setup().model()).isEqualTo(CODER);
        assertThat(entry(ModelTask.CODE).own()).isFalse();
        access.keep(SMALL, Set.of(Role.READER), admin);
        assertThat(records() - before).isEqualTo(6);
    }

    @Test
    void refusesWhatMakesNoSenseAndWhoMayNot() {
        for (TaskSetup wrong :
                List.of(
                        setup(ModelTask.CODE, "", 8192, Thinking.OFF),
                        setup(ModelTask.CODE, "two words", 8192, Thinking.OFF),
                        setup(ModelTask.CODE, CODER, 2048, Thinking.OFF),
                        setup(ModelTask.CODE, CODER, 200_000, Thinking.OFF),
                        setup(ModelTask.EMBEDDING, CODER, 8192, Thinking.OFF))) {
            assertThatIllegalArgumentException().isThrownBy(() -> catalogue.set(wrong, admin));
        }
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> catalogue.reset(ModelTask.CODE, asker));
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> access.open(SMALL, asker));
    }

    private void serverHolds(String... names) {
        server.says(SAID);
        server.holds(names);
        await().until(() -> tasks.allowed(admin).equals(List.of(names)));
    }

    private void thinks(Thinking thinking) {
        catalogue.set(setup(ModelTask.DOCUMENTATION, DOCS, 8192, thinking), admin);
    }

    private static TaskSetup setup(ModelTask task, String model, int window, Thinking thinking) {
        return new TaskSetup(
                task, model, window, 0.7, Optional.of(Duration.ofMinutes(30)), thinking);
    }

    private static ChatPart done() {
        return new ChatPart.Done("testing:latest", 30, 12, false);
    }

    private TaskModel.Ready ready(ModelTask task, Asker person) {
        return (TaskModel.Ready) tasks.of(task, person);
    }

    private CatalogueEntry entry(ModelTask task) {
        return catalogue.entries(admin).stream()
                .filter(entry -> entry.setup().task() == task)
                .findFirst()
                .orElseThrow();
    }

    private Answer asked(String question, ModelWish wish) throws Exception {
        Answer answer = assistant.ask(question, null, wish, asker);
        return followed(answer.id(), asker).getLast();
    }

    private void windowOf(ModelTask task, int tokens) {
        TaskSetup before = entry(task).setup();
        catalogue.set(setup(task, before.model(), tokens, Thinking.OFF), admin);
    }

    private Answer asked(ModelWish wish, ConversationId conversation) throws InterruptedException {
        return followed(assistant.ask(QUESTION, conversation, wish, asker).id(), asker).getLast();
    }

    private Answer stored(Answer answer) {
        return conversations.answers(answer.conversation(), asker).getFirst();
    }

    private long records() {
        return database.sql("select count(*) from audit_event where action like 'model.%'")
                .query(Long.class)
                .single();
    }
}
