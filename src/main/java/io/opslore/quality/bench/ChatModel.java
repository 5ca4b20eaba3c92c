package io.opslore.quality.bench;

import io.opslore.models.ModelStatus;
import io.opslore.models.Models;
import io.opslore.quality.ScratchPortal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Which model answers in a scratch portal. */
final class ChatModel {

    /** The first look at the server is taken behind the start. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(6);

    private ChatModel() {}

    /** Empty where there is none to ask. */
    static Optional<ModelStatus.Available> of(ScratchPortal portal) throws InterruptedException {
        Instant until = Instant.now().plus(FIRST_LOOK);
        while (true) {
            if (portal.bean(Models.class).status() instanceof ModelStatus.Available available) {
                return Optional.of(available);
            }
            if (Instant.now().isAfter(until)) {
                return Optional.empty();
            }
            Thread.sleep(100);
        }
    }

    /** For a person. */
    static String name(ScratchPortal portal) throws InterruptedException {
        return of(portal).map(it -> "by " + it.model()).orElse("quoted without a model");
    }
}
