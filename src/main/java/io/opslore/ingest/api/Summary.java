package io.opslore.ingest.api;

import io.opslore.ingest.IngestProgress;
import io.opslore.ingest.IngestState;
import io.opslore.ingest.IngestState.Reason;
import java.util.ArrayList;
import java.util.List;

/** Where a space's documents stand, counted by state. */
record Summary(
        int queued, int extracting, int indexing, int ready, int failed, List<Failure> failures) {

    record Failure(String path, Reason reason, String detail) {}

    static Summary of(List<IngestProgress> states) {
        int[] counts = new int[4];
        List<Failure> failures = new ArrayList<>();
        for (IngestProgress progress : states) {
            switch (progress.state()) {
                case IngestState.Queued() -> counts[0]++;
                case IngestState.Extracting() -> counts[1]++;
                case IngestState.Indexing(int done, int total) -> counts[2]++;
                case IngestState.Ready() -> counts[3]++;
                case IngestState.Failed(Reason reason, String detail) ->
                        failures.add(new Failure(progress.path(), reason, detail));
            }
        }
        return new Summary(counts[0], counts[1], counts[2], counts[3], failures.size(), failures);
    }
}
