package io.opslore.tools;

import io.opslore.connections.ConnectionFailed;
import io.opslore.guard.Masking;
import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import io.opslore.library.NotFound;
import io.opslore.tools.ToolFailure.Code;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * The one way to a tool: whoever calls, its arguments are checked, its time and size are bounded,
 * secrets are taken out, and the call is put on record. Thread-safe.
 */
@Service
public class ToolCalls {

    private static final Logger log = LoggerFactory.getLogger(ToolCalls.class);

    private final Map<String, Tool> tools;
    private final List<MoreTools> more;
    private final ToolSettings settings;
    private final Masking masking;
    private final ToolAudit audit;
    private final Clock clock;

    ToolCalls(
            List<Tool> tools,
            List<MoreTools> more,
            ToolSettings settings,
            Masking masking,
            ToolAudit audit,
            Clock clock) {
        this.tools =
                tools.stream()
                        .collect(
                                Collectors.toMap(
                                        tool -> tool.info().name(),
                                        Function.identity(),
                                        (one, other) -> {
                                            throw new IllegalStateException(
                                                    "Two tools named " + one.info().name());
                                        },
                                        TreeMap::new));
        this.more = List.copyOf(more);
        this.settings = settings;
        this.masking = masking;
        this.audit = audit;
        this.clock = clock;
    }

    /** The portal's own tools, by name; the same for everybody. */
    public List<ToolInfo> tools() {
        return tools.values().stream().map(Tool::info).toList();
    }

    /** For everyone: the portal's own tools, and behind them those that they may call besides. */
    public List<ToolInfo> tools(Asker asker) {
        return callable(asker).map(Tool::info).toList();
    }

    /** The same, to be asked where they look. */
    Stream<Tool> callable(Asker asker) {
        return Stream.concat(
                tools.values().stream(),
                more.stream()
                        .flatMap(one -> one.tools(asker).stream())
                        .filter(tool -> !tools.containsKey(tool.info().name())));
    }

    /**
     * Calls a tool for somebody, who finds nothing that they may not open.
     *
     * @throws ToolFailure with a reason and what to do
     */
    public ToolAnswer call(String name, Map<String, ?> arguments, Asker asker) {
        long begun = System.nanoTime();
        try {
            Tool tool = tool(name, asker);
            ToolArguments fitting = ToolArguments.fitting(tool.info(), arguments);
            Found found = inTime(() -> tool.find(fitting, asker), tool.limit(settings.timeout()));
            ToolAnswer answer =
                    new Bounding(settings, masking).answer(name, found, clock.instant());
            audit.called(answer, arguments, System.nanoTime() - begun, asker);
            return answer;
        } catch (ToolFailure failure) {
            audit.failed(name, arguments, failure, System.nanoTime() - begun, asker);
            throw failure;
        }
    }

    private Tool tool(String name, Asker asker) {
        try {
            return Optional.ofNullable(tools.get(name))
                    .or(() ->
                            more.stream()
                                    .flatMap(one -> one.find(name, asker).stream())
                                    .findFirst())
                    .orElseThrow(() ->
                            ToolFailure.invalid(
                                    "There is no tool " + Shown.of(name) + ".",
                                    "List the tools to see what there is."));
        } catch (ConnectionFailed failed) {
            throw failure(failed);
        }
    }

    private static Found inTime(Callable<Found> work, Duration limit) {
        var task = new FutureTask<>(work);
        Thread thread = Thread.ofVirtual().name("tool").start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new ToolFailure(
                    Code.TIMEOUT,
                    "It took longer than %d s.".formatted(limit.toSeconds()),
                    "Ask for less: a narrower filter, a shorter time.");
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new ToolFailure(Code.TIMEOUT, "The call was cancelled.", "Call again.");
        } catch (ExecutionException e) {
            throw failure(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private static ToolFailure failure(Throwable cause) {
        return switch (cause) {
            case ToolFailure failure -> failure;
            case ConnectionFailed failed ->
                    new ToolFailure(code(failed), failed.getMessage(), failed.suggestion());
            case NotFound missing ->
                    new ToolFailure(
                            Code.NOT_FOUND,
                            "Nothing of that name or id is there for you.",
                            "Search or list first.");
            case NotAllowed refused ->
                    new ToolFailure(
                            Code.SCOPE_DENIED,
                            "You may not do that.",
                            "Ask an administrator for the permission.");
            default -> {
                log.error("A tool failed", cause);
                yield new ToolFailure(
                        Code.INTERNAL,
                        "The portal could not do it.",
                        "Try again later; the reason is in the portal's log.");
            }
        };
    }

    private static Code code(ConnectionFailed failed) {
        return switch (failed.reason()) {
            case UNFIT -> Code.INVALID_ARGUMENT;
            case DOWN -> Code.UPSTREAM_DOWN;
            case DENIED -> Code.UPSTREAM_DENIED;
            case NOT_FOUND -> Code.NOT_FOUND;
            case TIMEOUT -> Code.TIMEOUT;
            case TOO_WIDE -> Code.RANGE_TOO_WIDE;
            case UNSUPPORTED -> Code.UNSUPPORTED;
        };
    }
}
