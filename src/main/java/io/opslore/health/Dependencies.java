package io.opslore.health;

import io.opslore.health.Condition.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What the portal depends on, as of the last look, which is some seconds old at most. Never waits
 * for anything. Thread-safe.
 */
@Component
public class Dependencies {

    private static final Logger log = LoggerFactory.getLogger(Dependencies.class);

    private final List<Watched> watched;
    private final Clock clock;

    Dependencies(List<Dependency> dependencies, Looks looks, Clock clock) {
        this.clock = clock;
        watched =
                dependencies.stream()
                        .sorted(
                                Comparator.comparing(Dependency::isVital)
                                        .reversed()
                                        .thenComparing(Dependency::name))
                        .map(one ->
                                new Watched(one, looks.repeat(one.name(), one.every(), one::look)))
                        .toList();
    }

    /** All, the vital ones first, then by name. */
    public List<DependencyState> all() {
        return watched.stream().map(Watched::state).toList();
    }

    /** The one of that name. */
    public Optional<DependencyState> of(String name) {
        return watched.stream()
                .filter(one -> one.dependency.name().equals(name))
                .map(Watched::state)
                .findFirst();
    }

    /** One of them; remembers since when it has been as it is. */
    private final class Watched {

        private final Dependency dependency;
        private final Latest<Condition> latest;
        private State before = State.UNKNOWN;
        private Instant since = clock.instant();

        private Watched(Dependency dependency, Latest<Condition> latest) {
            this.dependency = dependency;
            this.latest = latest;
        }

        private synchronized DependencyState state() {
            Condition now = condition();
            if (now.state() != before) {
                tell(now);
                before = now.state();
                since = clock.instant();
            }
            return new DependencyState(
                    dependency.name(), dependency.isVital(), now, since, clock.instant());
        }

        private Condition condition() {
            Duration silent = latest.silentFor();
            if (silent.compareTo(Looks.PATIENCE) >= 0) {
                return Condition.down("silent", silent.toSeconds());
            }
            return latest.failure()
                    .map(failure -> Condition.down("failed", said(failure)))
                    .or(latest::get)
                    .orElse(new Condition(State.UNKNOWN, "unknown", List.of()));
        }

        private void tell(Condition now) {
            if (now.isTrouble()) {
                log.warn("{} is {}: {}", dependency.name(), now.state(), now.reason());
            } else if (before != State.UNKNOWN) {
                log.info("{} is {} again", dependency.name(), now.state());
            }
        }
    }

    private static String said(Throwable failure) {
        String message = failure.getMessage();
        String first =
                message == null ? "" : message.lines().findFirst().map(String::strip).orElse("");
        return first.isEmpty() ? failure.getClass().getSimpleName() + "." : first;
    }
}
