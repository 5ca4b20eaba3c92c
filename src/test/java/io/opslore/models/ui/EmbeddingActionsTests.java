package io.opslore.models.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.identity.TestingAuthority;
import io.opslore.kit.IconButton;
import io.opslore.models.EmbeddingStatus;
import io.opslore.models.EmbeddingStatus.Progress;
import io.opslore.models.EmbeddingTask;
import io.opslore.models.ModelFailure;
import io.opslore.models.ModelFailure.Reason;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "io.opslore.kit")
class EmbeddingActionsTests extends BrowserlessTest {

    private static final Asker ADMIN = TestingAuthority.asker("admin", Role.ADMIN);
    private static final EmbeddingStatus BUILT_IN =
            new EmbeddingStatus(
                    Optional.empty(),
                    "bge-small-en-v1.5-q",
                    true,
                    Optional.empty(),
                    4711,
                    Optional.empty());

    private final List<Optional<String>> chosen = new CopyOnWriteArrayList<>();
    private final AtomicInteger refreshed = new AtomicInteger();
    private volatile EmbeddingStatus status = BUILT_IN;
    private volatile boolean fails;

    @Test
    void aModelOfTheServerIsChosenOnlyAfterTheCostWasSaid() {
        open();
        onServer().setValue(true);
        model().setValue("bge-m3:latest");
        press("Continue");
        ConfirmDialog question = find(ConfirmDialog.class).single();
        assertThat(question.getElement().getProperty("message"))
                .contains("about 4,711 pieces", "sent to the model server");
        assertThat(chosen).isEmpty();

        test(question).confirm();

        await().until(() -> !chosen.isEmpty());
        assertThat(chosen).containsExactly(Optional.of("bge-m3:latest"));
    }

    @Test
    void aServerNeedsAName() {
        open();
        onServer().setValue(true);
        press("Continue");
        assertThat(model().isInvalid()).isTrue();
        assertThat(find(ConfirmDialog.class).all()).isEmpty();
    }

    @Test
    void whatTheServerRefusesIsSaid() {
        fails = true;
        open();
        onServer().setValue(true);
        model().setValue("gone");
        press("Continue");
        test(find(ConfirmDialog.class).single()).confirm();

        await().pollInSameThread()
                .until(() -> {
                    roundTrip();
                    return find(Notification.class).all().stream()
                            .anyMatch(it ->
                                    it.getElement().getOuterHTML().contains("model not found"));
                });
        assertThat(refreshed.get()).isZero();
    }

    @Test
    void theCardSaysHowFarTheIndexIs() {
        status =
                new EmbeddingStatus(
                        Optional.of("bge-m3"),
                        "bge-small-en-v1.5-q",
                        false,
                        Optional.of(new Progress(12, 40)),
                        4711,
                        Optional.of("It is away"));
        assertThat(card())
                .contains("bge-m3", "Being built: 12 of 40 documents")
                .contains("Search goes on with bge-small-en-v1.5-q", "Building waits: It is away");
        status =
                new EmbeddingStatus(
                        Optional.of("bge-m3"),
                        "bge-small-en-v1.5-q",
                        false,
                        Optional.empty(),
                        4711,
                        Optional.empty());
        assertThat(card()).contains("Not in use", "It can be built anew");
        status = BUILT_IN;
        assertThat(card()).contains("built in", "In use").doesNotContain("admin/index");
    }

    private void open() {
        EmbeddingCard card = actions().card();
        UI.getCurrent().add(card);
        find(IconButton.class, card).single().click();
    }

    private String card() {
        return actions().card().getElement().getOuterHTML();
    }

    private EmbeddingActions actions() {
        return new EmbeddingActions(
                new Task(), () -> List.of("bge-m3:latest"), ADMIN, refreshed::incrementAndGet);
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Boolean> onServer() {
        return find(RadioButtonGroup.class).single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> model() {
        return find(ComboBox.class).single();
    }

    private void press(String text) {
        find(Button.class).withText(text).single().click();
    }

    private final class Task implements EmbeddingTask {

        @Override
        public EmbeddingStatus status(Asker asker) {
            return status;
        }

        @Override
        public void choose(Optional<String> model, Asker asker) {
            if (fails) {
                throw new ModelFailure(Reason.MODEL_MISSING, "model not found");
            }
            chosen.add(model);
        }
    }
}
