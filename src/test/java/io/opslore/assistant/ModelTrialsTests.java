package io.opslore.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opslore.assistant.trial.ModelSwitching;
import io.opslore.assistant.trial.ModelTrial;
import io.opslore.assistant.trial.ModelTrial.State;
import io.opslore.assistant.trial.ModelTrial.Switched;
import io.opslore.assistant.trial.ModelTrials;
import io.opslore.assistant.trial.ModelTrials.Begun;
import io.opslore.assistant.trial.SavedQuestion;
import io.opslore.assistant.trial.SavedQuestions;
import io.opslore.assistant.trial.TrialAnswer;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.models.CatalogueEntry;
import io.opslore.models.ChatPart;
import io.opslore.models.ModelCatalogue;
import io.opslore.models.ModelTask;
import io.opslore.models.TaskSetup;
import io.opslore.testing.TestingModelServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

class ModelTrialsTests extends AssistantRoomTest {

    private static final ModelTask TASK = ModelTask.CODE;
    private static final String NEW = "newer:8b";

    @Autowired ModelTrials trials;
    @Autowired ModelSwitching switching;
    @Autowired SavedQuestions questions;
    @Autowired ModelCatalogue catalogue;

    private Asker admin;

    @BeforeEach
    void twoModelsAndADocument() {
        admin = somebody(Role.ADMIN);
        server.holds(TestingModelServer.MODEL, NEW);
        retrieval.finds(
                passage(space(), "gateway.md", "# Gateway\n\nThe gateway listens on port 8443.\n"));
        modelSays("The gateway listens on port 8443 [1].");
        await().until(() -> trials.present(TASK, admin).isPresent());
    }

    @AfterEach
    void nothingSavedAndNothingSwitched() {
        for (SavedQuestion question : questions.of(TASK, 0, 100, admin)) {
            questions.remove(question, admin);
        }
        catalogue.reset(TASK, admin);
        server.holds(TestingModelServer.MODEL);
    }

    @Test
    void asksBothModelsAllQuestionsAndCountsWhatTheyMadeOfThem() {
        questions.add(TASK, "Which port does the gateway listen on?", admin);
        questions.add(TASK, "Where does the gateway listen?", admin);
        assertThat(trials.start(TASK, NEW, admin)).isEqualTo(Begun.YES);
        ModelTrial trial = ended();
        assertThat(trial.state()).isEqualTo(State.DONE);
        assertThat(trial.present()).isEqualTo(TestingModelServer.MODEL);
        assertThat(trial.before().answered()).isEqualTo(2);
        assertThat(trial.after().answered()).isEqualTo(2);
        assertThat(trial.after().citations()).isEqualTo(2);
        assertThat(server.asked())
                .containsExactly(TestingModelServer.MODEL, TestingModelServer.MODEL, NEW, NEW);
    }

    @Test
    void theAnswersAreOrdinaryOnesThatOnlyTheirAskerReadsAndNoListShows() {
        questions.add(TASK, "Which port does the gateway listen on?", admin);
        trials.start(TASK, NEW, admin);
        ModelTrial trial = ended();
        TrialAnswer answer = trials.answers(trial.id(), admin).getLast();
        assertThat(conversations.answers(answer.conversation(), admin))
                .singleElement()
                .satisfies(it -> assertThat(it.model()).isEqualTo(NEW));
        assertThat(conversations.list("", admin)).isEmpty();
        Asker another = somebody(Role.ADMIN);
        assertThat(trials.answers(trial.id(), another)).isEmpty();
        assertThat(trials.all(0, 1, another).getFirst().mine()).isFalse();
    }

    @Test
    void switchesAndGoesBack() {
        questions.add(TASK, "Which port does the gateway listen on?", admin);
        String before = wanted();
        trials.start(TASK, NEW, admin);
        ModelTrial trial = ended();
        assertThat(switching.switchTo(trial.id(), admin)).isTrue();
        assertThat(wanted()).isEqualTo(NEW);
        assertThat(newest().switched()).isEqualTo(Switched.YES);
        assertThat(switching.switchTo(trial.id(), admin)).isFalse();
        assertThat(switching.rollBack(trial.id(), admin)).isTrue();
        assertThat(wanted()).isEqualTo(before);
        assertThat(newest().switched()).isEqualTo(Switched.ROLLED_BACK);
        assertThat(switching.rollBack(trial.id(), admin)).isFalse();
    }

    @Test
    void doesNotRollBackWhatSomebodyHasSetUpSince() {
        questions.add(TASK, "Which port does the gateway listen on?", admin);
        trials.start(TASK, NEW, admin);
        ModelTrial trial = ended();
        switching.switchTo(trial.id(), admin);
        catalogue.set(setup().with("third:1b"), admin);
        assertThat(switching.rollBack(trial.id(), admin)).isFalse();
        assertThat(wanted()).isEqualTo("third:1b");
    }

    @Test
    void saysWhyItDoesNotBegin() {
        assertThat(trials.start(TASK, NEW, admin)).isEqualTo(Begun.NO_QUESTIONS);
        questions.add(TASK, "Which port?", admin);
        assertThat(trials.start(TASK, TestingModelServer.MODEL, admin)).isEqualTo(Begun.SAME_MODEL);
        server.answers(Flux.never());
        assertThat(trials.start(TASK, NEW, admin)).isEqualTo(Begun.YES);
        assertThat(trials.start(TASK, NEW, admin)).isEqualTo(Begun.ANOTHER_RUNS);
        trials.stop(newest(), admin);
        assertThat(ended().state()).isEqualTo(State.STOPPED);
    }

    @Test
    void aModelThatIsGoneFailsTheTrialWithItsReason() {
        questions.add(TASK, "Which port?", admin);
        trials.start(TASK, "gone:1b", admin);
        ModelTrial trial = ended();
        assertThat(trial.state()).isEqualTo(State.FAILED);
        assertThat(trial.failure()).contains("gone:1b");
        assertThat(switching.switchTo(trial.id(), admin)).isFalse();
    }

    @Test
    void aTrialOfAKilledPortalIsBrokenOff() {
        questions.add(TASK, "Which port?", admin);
        server.answers(Flux.<ChatPart>just(new ChatPart.Words("Port")).concatWith(Flux.never()));
        trials.start(TASK, NEW, admin);
        trials.stop(newest(), admin);
        ended();
        database.sql(
                        "update model_trial set state = 'RUNNING', alive_at = now() - interval '5 minutes'")
                .update();
        assertThat(newest().state()).isEqualTo(State.BROKEN_OFF);
        assertThat(trials.start(TASK, NEW, admin)).isEqualTo(Begun.YES);
        trials.stop(newest(), admin);
        ended();
    }

    private ModelTrial newest() {
        return trials.all(0, 1, admin).getFirst();
    }

    private ModelTrial ended() {
        await().atMost(Duration.ofSeconds(60)).until(() -> newest().state() != State.RUNNING);
        return newest();
    }

    private String wanted() {
        return setup().model();
    }

    private TaskSetup setup() {
        return catalogue.entries(admin).stream()
                .map(CatalogueEntry::setup)
                .filter(setup -> setup.task() == TASK)
                .findFirst()
                .orElseThrow();
    }
}
