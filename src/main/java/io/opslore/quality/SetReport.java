package io.opslore.quality;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was measured on a judged set.
 *
 * @param set its name
 * @param queries how many were asked
 * @param answers null where the set does not tell right answers from wrong
 * @param settings all that bears on the result, by name
 */
public record SetReport(
        String set,
        int queries,
        int documents,
        List<ArmRun> runs,
        @Nullable AnswerReport answers,
        Instant measuredAt,
        double seconds,
        String version,
        Map<String, String> settings) {}
