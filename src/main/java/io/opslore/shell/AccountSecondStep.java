package io.opslore.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import io.opslore.identity.SecondStep;
import io.opslore.identity.SignedIn;
import io.opslore.kit.StateBadge;
import io.opslore.kit.Toast;
import java.util.List;

/** Whether signing in takes a code as well, and the way to change it. */
class AccountSecondStep extends AccountSection {

    private final SecondStep secondStep;
    private final SignedIn signedIn;

    AccountSecondStep(SecondStep secondStep, SignedIn signedIn) {
        super("twoStep");
        this.secondStep = secondStep;
        this.signedIn = signedIn;
        show();
    }

    private void show() {
        SecondStep.State state = secondStep.state(signedIn.asker());
        content().removeAll();
        if (state.isOn()) {
            content()
                    .add(
                            new StateBadge(
                                    StateBadge.Tone.GOOD, getTranslation("account.twoStep.on")),
                            new Paragraph(
                                    getTranslation(
                                            "account.twoStep.left", state.recoveryCodesLeft())),
                            new Button(
                                    getTranslation("account.twoStep.turnOff"),
                                    click -> askToTurnOff()));
        } else {
            content().add(new Button(getTranslation("account.twoStep.turnOn"), click -> setUp()));
        }
    }

    private void setUp() {
        new SecondStepDialog(
                        secondStep.begin(signedIn.asker()),
                        code -> secondStep.confirm(code, signedIn.asker()),
                        this::isOn)
                .open();
    }

    private void isOn(List<String> recoveryCodes) {
        show();
        new SecretDialog(
                        getTranslation("account.twoStep.recovery.title"),
                        getTranslation("account.twoStep.recovery.text"),
                        recoveryCodes)
                .open();
    }

    private void askToTurnOff() {
        new TurnOffDialog(
                        (password, code) -> secondStep.turnOff(password, code, signedIn.asker()),
                        this::isOff)
                .open();
    }

    private void isOff() {
        show();
        Toast.done(getTranslation("account.twoStep.isOff"));
    }
}
