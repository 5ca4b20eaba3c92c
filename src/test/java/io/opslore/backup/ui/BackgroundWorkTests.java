package io.opslore.backup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import io.opslore.backup.Progress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Work that a page has begun. */
class BackgroundWorkTests {

    @Test
    void itGoesOnWhenThePageIsLeft() throws Exception {
        var ended = new CompletableFuture<Boolean>();
        // Never shown, as one that was closed is not any more.
        new BackgroundWork(new UI())
                .begin(
                        heard -> {
                            heard.at(new Progress.Step(Progress.Stage.ROWS, 0, 1, 0));
                            return ended.complete(true);
                        },
                        step -> {},
                        result -> {},
                        why -> {});

        assertThat(ended.get(10, TimeUnit.SECONDS)).isTrue();
    }
}
