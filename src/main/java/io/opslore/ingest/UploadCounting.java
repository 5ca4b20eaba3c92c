package io.opslore.ingest;

import io.opslore.guard.UploadLimits;
import io.opslore.library.RevisionStored;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Counts uploads where they are stored; a refusal there takes the revision back. */
@Component
class UploadCounting {

    private final UploadLimits limits;

    UploadCounting(UploadLimits limits) {
        this.limits = limits;
    }

    @EventListener
    void on(RevisionStored event) {
        if (event.origin().equals(Intake.UPLOAD)) {
            limits.stored(event.by(), event.bytes());
        }
    }
}
