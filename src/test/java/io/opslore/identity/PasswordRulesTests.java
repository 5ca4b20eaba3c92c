package io.opslore.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTests {

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password1234",
                "P@ssw0rd1234",
                "passwordpassword",
                "drowssap4321",
                "qwertyuiop12",
                "Qwerty!2345678",
                "123456789012",
                "aaaaaaaaaaaa",
                "Welcome12345",
                "iloveyou1234",
                "changeme1234",
                "opslore12345",
                "administrator",
                "kim.lane1234"
            })
    void whatIsTriedFirstEverywhereIsRefused(String password) {
        assertThat(rules.complaint(password, "kim.lane")).contains(PasswordChange.TOO_COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "a better password",
                "жёлтый трамвай у реки"
            })
    void wordsThatDoNotBelongTogetherAreTaken(String password) {
        assertThat(rules.complaint(password, "kim.lane")).isEmpty();
    }

    @Test
    void lengthHasTwoEnds() {
        assertThat(rules.complaint("w7#kq", "kim")).contains(PasswordChange.TOO_SHORT);
        assertThat(rules.complaint("w7#kq ".repeat(40), "kim")).contains(PasswordChange.TOO_LONG);
    }

    @Test
    void theUsernameIsNoPassword() {
        assertThat(rules.complaint("Platform-Deploys-7", "platform-deploys-7"))
                .contains(PasswordChange.TOO_EASY);
    }
}
