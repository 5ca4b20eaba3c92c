package io.opslore.sources.live;

import io.opslore.connections.swarm.Difference;
import io.opslore.connections.swarm.SwarmRollout;
import io.opslore.connections.swarm.SwarmRollout.Failure;
import io.opslore.connections.swarm.SwarmService;
import java.util.List;

/** Writes down how the services of a stack came to be what they are. For one thread. */
final class StackPage {

    private static final int LONGEST = 300;
    private static final int MOST = 40;
    private static final int DAY = 10;

    private final StringBuilder text = new StringBuilder();

    StackPage(String stack) {
        text.append("# Services of the stack ").append(stack).append('\n');
    }

    void add(SwarmRollout rollout) {
        SwarmService service = rollout.service();
        text.append("\n## ").append(service.name()).append("\n\n");
        line("Image", Told.code(service.image(), LONGEST));
        line(
                "Mode",
                service.mode().startsWith("replicated")
                        ? service.mode() + ", " + service.desired() + " wanted"
                        : service.mode());
        line("Update", update(rollout));
        rollout.changes().stream().limit(MOST).forEach(change -> line("Changed", changed(change)));
        failures(rollout.failures());
    }

    String text() {
        return text.toString();
    }

    private static String update(SwarmRollout rollout) {
        if (rollout.state().isEmpty()) {
            return "never updated since it was created at " + rollout.service().createdAt();
        }
        StringBuilder update = new StringBuilder(rollout.state());
        update.append(", begun ").append(rollout.startedAt());
        if (!rollout.completedAt().isEmpty()) {
            update.append(", ended ").append(rollout.completedAt());
        }
        if (!rollout.message().isEmpty()) {
            update.append(": ").append(Told.code(rollout.message(), LONGEST));
        }
        return update.toString();
    }

    private static String changed(Difference change) {
        return change.path()
                + " from "
                + Told.code(change.before(), LONGEST)
                + " to "
                + Told.code(change.after(), LONGEST);
    }

    /** By the day: what fails all the time is no news at every look. */
    private void failures(List<Failure> failures) {
        failures.stream()
                .map(failure ->
                        Told.code(failure.error(), LONGEST)
                                + (failure.exitCode() == null
                                        ? ""
                                        : ", exit code " + failure.exitCode())
                                + ", last on "
                                + failure.last()
                                        .substring(0, Math.min(DAY, failure.last().length())))
                .sorted()
                .limit(MOST)
                .forEach(failure -> line("Tasks failed", failure));
    }

    private void line(String name, String value) {
        text.append("- ").append(name).append(": ").append(value).append('\n');
    }
}
