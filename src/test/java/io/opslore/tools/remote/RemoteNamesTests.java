package io.opslore.tools.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RemoteNamesTests {

    private final RemoteNames names = new RemoteNames();

    @Test
    void putsTheConnectionBeforeTheTool() {
        assertThat(names.of("ship-yard", "list_berths")).isEqualTo("ship_yard_list_berths");
    }

    @Test
    void givesNoNameTwice() {
        String one = names.of("a-b", "c");

        assertThat(one).isEqualTo("a_b_c");
        assertThat(names.of("a", "b_c")).isNotEqualTo(one).startsWith("a_b_c_");
        assertThat(names.of("a", "b.c")).isNotEqualTo(one).matches("a_b_c_[0-9a-f]{6}");
        assertThat(names.of("a", "b/c")).isNotEqualTo(names.of("a", "b c"));
    }

    @Test
    void givesEachNamesThatClientsTake() {
        for (String tool : new String[] {"x".repeat(200), "Ünïcode\u202e", "", "a\nb", "../x"}) {
            assertThat(names.of("c".repeat(40), tool)).matches("[a-zA-Z0-9_-]{1,64}");
        }
    }
}
