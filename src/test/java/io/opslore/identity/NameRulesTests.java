package io.opslore.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameRulesTests {

    @ParameterizedTest
    @ValueSource(strings = {"a", "vera.lind", "v-lind_2", "vera@example.org", "Вера", "9lives"})
    void plainUsernamesAreFine(String username) {
        assertThat(NameRules.username(" " + username + " ")).isEqualTo(username);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".hidden",
                "two words",
                "line\nend",
                "bell\u0007",
                "turned\u202Earound",
                "joined\u200Bby-nothing",
                "half\uD83D",
                "<b>",
                "\u0430dmin",
                "this-is-a-name-of-more-than-sixty-four-characters-which-nobody-can-read-x"
            })
    void usernamesThatReadLikeSomethingElseAreNot(String username) {
        assertThatThrownBy(() -> NameRules.username(username)).isInstanceOf(ChangeRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bad\u202Ename", "tab\there"})
    void namesAreSeen(String name) {
        assertThatThrownBy(() -> NameRules.name(name)).isInstanceOf(ChangeRefused.class);
    }

    @Test
    void aProfileMayBeEmptyAndItsAddressMustBeOne() {
        assertThat(NameRules.profile(new Profile(" ", " "))).isEqualTo(Profile.NONE);
        assertThat(NameRules.profile(new Profile("Vera", "v@x.org")).email()).isEqualTo("v@x.org");
        assertThatThrownBy(() -> NameRules.profile(new Profile("", "nowhere")))
                .isInstanceOf(ChangeRefused.class);
    }
}
