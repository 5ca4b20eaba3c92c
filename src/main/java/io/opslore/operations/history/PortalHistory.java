package io.opslore.operations.history;

import io.opslore.replicas.ThisPortal;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this portal was like. Thread-safe. */
@Component
class PortalHistory {

    private final SampleRows rows;
    private final ThisPortal self;
    private final Clock clock;

    PortalHistory(SampleRows rows, ThisPortal self, Clock clock) {
        this.rows = rows;
        this.self = self;
        this.clock = clock;
    }

    List<HistoryPoint> of(String number, Span span) {
        return rows.of(self.id(), number, clock.instant().minus(span.length()), span.step());
    }
}
