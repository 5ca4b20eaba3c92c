package io.opslore.operations;

import io.opentelemetry.proto.trace.v1.Span;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What the portal's own traces say of the time that whole questions took, in milliseconds. */
final class QuestionTimes {

    private final List<Map<String, Double>> questions;

    /** Of questions whose every span has come. */
    QuestionTimes(Collection<Span> spans) {
        questions =
                spans.stream().collect(Collectors.groupingBy(Span::getTraceId)).values().stream()
                        .map(trace ->
                                trace.stream()
                                        .collect(
                                                Collectors.groupingBy(
                                                        Span::getName,
                                                        Collectors.summingDouble(
                                                                QuestionTimes::millis))))
                        .filter(question -> question.containsKey("ask"))
                        .toList();
    }

    int count() {
        return questions.size();
    }

    /** From the click to the last word. */
    double whole(double share) {
        return quantile(share, question -> stage(question, "ask"));
    }

    /** The same without the wait for a turn and the model server, from request to last word. */
    double own(double share) {
        return quantile(
                share,
                question ->
                        stage(question, "ask")
                                - stage(question, "queue")
                                - stage(question, "first-token")
                                - stage(question, "writing"));
    }

    double stage(double share, String name) {
        return quantile(share, question -> stage(question, name));
    }

    private double quantile(double share, ToDoubleFunction<Map<String, Double>> time) {
        double[] sorted = questions.stream().mapToDouble(time).sorted().toArray();
        return sorted[(int) (sorted.length * share)];
    }

    private static double stage(Map<String, Double> question, String name) {
        return question.getOrDefault(name, 0.0);
    }

    private static double millis(Span span) {
        return (span.getEndTimeUnixNano() - span.getStartTimeUnixNano()) / 1e6;
    }
}
