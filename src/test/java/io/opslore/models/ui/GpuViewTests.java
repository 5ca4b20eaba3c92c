package io.opslore.models.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import io.opslore.identity.Role;
import io.opslore.identity.TestingAuthority;
import io.opslore.identity.TestingSignedIn;
import io.opslore.models.GpuLook;
import io.opslore.models.GpuReading;
import io.opslore.models.TestingGpus;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;

@ViewPackages(packages = "io.opslore.kit")
class GpuViewTests extends BrowserlessTest {

    private final TestingGpus cards = new TestingGpus();

    private void open() {
        var admin = TestingAuthority.asker("admin", Role.ADMIN);
        UI.getCurrent().add(new GpuView(cards.gpus(), TestingSignedIn.as(admin)));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void withoutACardItSaysWhereItLookedAndWhatToDo() {
        open();
        assertThat(shown()).contains("No GPU is seen here", "Asked was: nvidia-smi");
        assertThat(find(GpuCard.class).all()).isEmpty();
    }

    @Test
    void aLookThatFailedIsSaidWithItsReason() {
        cards.say(new GpuLook.Failed("driver not loaded <b>"));
        open();

        assertThat(texts()).anyMatch(it -> it.contains("cannot be looked at"));
        assertThat(texts()).anyMatch(it -> it.contains("It said: driver not loaded <b>."));
    }

    @Test
    void whatIsSeenLaterShowsByItself() {
        open();
        cards.say(new GpuLook.Seen(List.of(card("0", 40, 60), card("1", 10, 50))));
        roundTrip();

        assertThat(find(GpuCard.class).all()).hasSize(2);
        assertThat(shown())
                .contains("GPU 0 · Tesla T4", "GPU 1 · Tesla T4", "60 °C", "6.4 of 16.0 GB")
                .contains("Utilisation: not told by this card");
        assertThat(find(GpuAlertNote.class).all()).isEmpty();
    }

    @Test
    void whatIsTooHighForSomeTimeStandsAboveTheCards() {
        open();
        for (int look = 0; look < 5; look++) {
            cards.say(new GpuLook.Seen(List.of(card("0", 97, 91))));
        }
        roundTrip();

        assertThat(find(GpuAlertNote.class).all()).hasSize(2);
        assertThat(shown())
                .contains("GPU 0: 97 % of its memory are in use", "GPU 0: 91 °C, too hot since");
    }

    private static List<String> texts() {
        return UI.getCurrent().getElement().getChildren().map(Element::getTextRecursively).toList();
    }

    private static String shown() {
        return UI.getCurrent().getElement().getOuterHTML();
    }

    /**
     * @param memory in percent
     */
    private static GpuReading card(String id, double memory, double degrees) {
        return new GpuReading(
                id,
                "Tesla T4",
                OptionalDouble.empty(),
                OptionalDouble.of(memory * 16384 / 100),
                OptionalDouble.of(16384),
                OptionalDouble.of(degrees));
    }
}
