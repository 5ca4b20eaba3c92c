package io.opslore.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.assistant.Answer.Outcome;
import io.opslore.models.ModelFailure.Reason;
import org.junit.jupiter.api.Test;

class EndingTests {

    @Test
    void whatAModelLeftUnansweredHasFailedWhereNothingCanBeQuoted() {
        Ending mute =
                new Ending(
                        Outcome.FAILED,
                        Cited.NOTHING,
                        Means.NONE,
                        "qwen3",
                        Spent.NOTHING,
                        Reason.TIMED_OUT);
        assertThat(mute.isMute()).isTrue();
        assertThat(Ending.noSupport(Means.NONE).insteadOf(mute)).isEqualTo(mute);
    }
}
