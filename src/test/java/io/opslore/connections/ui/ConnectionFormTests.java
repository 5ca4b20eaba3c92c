package io.opslore.connections.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionEdit;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionField;
import io.opslore.connections.ConnectionId;
import io.opslore.connections.ConnectionType;
import io.opslore.library.Space;
import io.opslore.library.SpaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "io.opslore.kit")
class ConnectionFormTests extends BrowserlessTest {

    private static final Space TEAM =
            new Space(new SpaceId(UUID.randomUUID()), "Team", "", Instant.EPOCH, 0);
    private static final Connection KEPT =
            new Connection(
                    new ConnectionId("store"),
                    "Store",
                    "s3",
                    TEAM.id(),
                    Map.of("endpoint", "https://s3.example.org", "addressing", "host"),
                    Map.of());

    private final List<ConnectionEdit> asked = new ArrayList<>();

    @Test
    void whatIsMissingIsMarkedAndNobodyIsAsked() {
        open(null, List.of());

        click("Test");
        click("Save");

        assertThat(asked).isEmpty();
        assertThat(line("Name").isInvalid()).isTrue();
        assertThat(line("Id").isInvalid()).isTrue();
        assertThat(line("Address").isInvalid()).isTrue();
        assertThat(line("Address").getErrorMessage()).isEqualTo("Fill in: Address");
        assertThat(line("Region").isInvalid()).isFalse();
        assertThat(secret().isInvalid()).isTrue();
        assertThat(secret().isRequiredIndicatorVisible()).isTrue();

        line("Name").setValue("Store");
        space().setValue(TEAM);
        line("Address").setValue("https://s3.example.org");
        click("Test");
        assertThat(asked).isEmpty();

        secret().setValue("geheim");
        click("Test");
        assertThat(asked).singleElement().returns("Store", ConnectionEdit::name);
    }

    @Test
    void aSecretThatIsKeptNeedNotBeEnteredAgain() {
        open(KEPT, List.of("secretKey"));
        click("Save");
        assertThat(asked)
                .singleElement()
                .satisfies(edit ->
                        assertThat(edit.values())
                                .containsEntry("secretKey", "")
                                .containsEntry("addressing", "host"));
    }

    @Test
    void aWordThatIsNotChosenIsTheUsualOne() {
        open(null, List.of());
        line("Name").setValue("Store");
        space().setValue(TEAM);
        line("Address").setValue("https://s3.example.org");
        secret().setValue("geheim");
        click("Save");
        assertThat(asked)
                .singleElement()
                .satisfies(edit -> assertThat(edit.values()).containsEntry("addressing", "path"));
    }

    private void open(@Nullable Connection opened, List<String> held) {
        var form = new ConnectionForm(List.of(new TestingStore()), List.of(TEAM), opened, held);
        new ConnectionDialog(form, new Asking()).open();
    }

    private void click(String button) {
        find(Button.class).withText(button).single().click();
    }

    private TextField line(String label) {
        return find(TextField.class).withCaption(label).single();
    }

    private PasswordField secret() {
        return find(PasswordField.class).single();
    }

    @SuppressWarnings("unchecked")
    private Select<Space> space() {
        return find(Select.class).withCaption("Space").single();
    }

    /** Remembers what it is asked. */
    private final class Asking implements ConnectionDialog.Actions {

        @Override
        public void save(ConnectionEdit edit) {
            asked.add(edit);
        }

        @Override
        public void test(
                ConnectionEdit edit, Consumer<String> works, Consumer<ConnectionFailed> fails) {
            asked.add(edit);
        }
    }

    /** A kind with some of the fields of a bucket. */
    private static final class TestingStore implements ConnectionType {

        @Override
        public String kind() {
            return "s3";
        }

        @Override
        public List<ConnectionField> fields() {
            return List.of(
                    ConnectionField.line("endpoint"),
                    ConnectionField.line("region").optional(),
                    ConnectionField.line("addressing").optional(),
                    ConnectionField.secret("secretKey"));
        }

        @Override
        public void check(Connection connection) {}

        @Override
        public String test(Connection connection) {
            return "";
        }
    }
}
