package io.opslore.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OneTimeCodesTests {

    /** The key of RFC 6238's own examples, in base 32. */
    private static final String RFC = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @Test
    void codesAreThoseOfTheStandard() {
        assertThat(OneTimeCodes.code(RFC, 59 / 30)).isEqualTo("287082");
        assertThat(OneTimeCodes.code(RFC, 1111111109L / 30)).isEqualTo("081804");
        assertThat(OneTimeCodes.code(RFC, 1234567890L / 30)).isEqualTo("005924");
    }

    @Test
    void aClockMayBeOneStepOff() {
        Instant now = Instant.ofEpochSecond(30 * 1000);

        assertThat(OneTimeCodes.step(RFC, OneTimeCodes.code(RFC, 999), now, 0)).hasValue(999);
        assertThat(OneTimeCodes.step(RFC, OneTimeCodes.code(RFC, 1001), now, 0)).hasValue(1001);
        assertThat(OneTimeCodes.step(RFC, OneTimeCodes.code(RFC, 998), now, 0)).isEmpty();
        assertThat(OneTimeCodes.step(RFC, OneTimeCodes.code(RFC, 1002), now, 0)).isEmpty();
    }

    @Test
    void anEarlierStepThanTheLastIsNotTaken() {
        Instant now = Instant.ofEpochSecond(30 * 1000);

        assertThat(OneTimeCodes.step(RFC, OneTimeCodes.code(RFC, 1000), now, 1000))
                .isEqualTo(OptionalLong.empty());
    }
}
