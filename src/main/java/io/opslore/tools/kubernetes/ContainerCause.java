package io.opslore.tools.kubernetes;

import io.opslore.connections.kubernetes.ClusterObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why a container that has started is not well. */
final class ContainerCause {

    private static final int BY_SIGNAL = 128;

    private ContainerCause() {}

    static Optional<Cause> outOfMemory(ContainerState one) {
        return one.ended()
                .filter(end -> end.text("reason").equals("OOMKilled"))
                .filter(end -> !one.isReady() || one.restarts() > 0)
                .map(end ->
                        new Cause(
                                "OOMKilled",
                                "Container %s took more memory than its limit%s and was killed; %d restarts."
                                        .formatted(one.name(), limit(one), one.restarts()),
                                "Raise the limit, or find what takes the memory in its last log.",
                                one.name(),
                                one.restarts() > 0));
    }

    private static String limit(ContainerState one) {
        String limit = one.spec().text("resources.limits.memory");
        return limit.isEmpty() ? "" : " of " + limit;
    }

    /** Ended from outside because nobody answered the question whether it lives. */
    static Optional<Cause> probeFailed(ContainerState one, List<EventGroup> events) {
        return one.restarts() == 0
                ? Optional.empty()
                : unhealthy("liveness", events)
                        .or(() -> unhealthy("startup", events))
                        .map(event ->
                                new Cause(
                                        "ProbeFailed",
                                        "Container %s is restarted because a probe fails: %s"
                                                .formatted(one.name(), event.message()),
                                        "Check the probe's path, port and delays, and what it said"
                                                + " before it was ended.",
                                        one.name(),
                                        true));
    }

    static Optional<Cause> crashed(ContainerState one) {
        boolean loops = one.waiting().equals("CrashLoopBackOff");
        return one.ended()
                .filter(end -> loops || !one.isRunning() && end.number("exitCode") != 0)
                .map(end ->
                        new Cause(
                                loops ? "CrashLoopBackOff" : "Error",
                                "Container %s ends by itself: %s; %d restarts."
                                        .formatted(one.name(), how(end), one.restarts()),
                                "Read its last log lines; check command, configuration and what"
                                        + " it depends on.",
                                one.name(),
                                one.restarts() > 0));
    }

    private static String how(ClusterObject end) {
        long code = end.number("exitCode");
        String meaning =
                switch ((int) code) {
                    case 0 -> " (it thinks that it is done)";
                    case 126 -> " (its command cannot be run)";
                    case 127 -> " (its command is not there)";
                    case BY_SIGNAL + 6 -> " (it aborted itself)";
                    case BY_SIGNAL + 9 -> " (it was killed)";
                    case BY_SIGNAL + 11 -> " (it broke its memory)";
                    case BY_SIGNAL + 15 -> " (it was told to end)";
                    default -> "";
                };
        String message = Cut.end(end.text("message"), 300);
        return "exit code " + code + meaning + (message.isEmpty() ? "" : ", " + message);
    }

    static Optional<Cause> notReady(ContainerState one, List<EventGroup> events) {
        if (one.isReady() || !one.isRunning()) {
            return Optional.empty();
        }
        return Optional.of(
                new Cause(
                        "NotReady",
                        "Container %s runs but is not ready%s"
                                .formatted(
                                        one.name(),
                                        unhealthy("readiness", events)
                                                .map(event -> ": " + event.message())
                                                .orElse(".")),
                        "Check the readiness probe and what the container waits for.",
                        one.name(),
                        false));
    }

    private static Optional<EventGroup> unhealthy(String probe, List<EventGroup> events) {
        return events.stream()
                .filter(one -> one.reason().equals("Unhealthy"))
                .filter(one -> one.message().toLowerCase(Locale.ROOT).startsWith(probe))
                .findFirst();
    }
}
