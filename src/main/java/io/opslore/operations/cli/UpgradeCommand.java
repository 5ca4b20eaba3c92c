package io.opslore.operations.cli;

import io.opslore.operations.NoDatabaseYet;
import io.opslore.operations.UpgradeCheck;
import io.opslore.upgrades.UpgradeFinding;
import io.opslore.upgrades.UpgradeFinding.Level;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** {@code opslore upgrade check}: what is to be known before this version takes over the data. */
public final class UpgradeCommand {

    /** It may; what was warned of is up to whoever reads it. */
    public static final int READY = 0;

    /** The command could not be carried out. */
    public static final int FAILED = 1;

    /** It would not start. */
    public static final int NOT_READY = 2;

    private static final String USAGE =
            """
            Usage: opslore upgrade check

            Says what this version would do with the data of an earlier one: migrations, room on the disk,
            an index that is built anew, models that are missing, settings that it does not know. Changes
            nothing, and may be run while the earlier version runs. Ends with 0 if the upgrade can begin,
            with 2 if something is in its way, with 1 if that could not be found out.
            """;

    private final Supplier<ConfigurableApplicationContext> rooms;
    private final PrintStream out;
    private final PrintStream errors;

    UpgradeCommand(
            Supplier<ConfigurableApplicationContext> rooms, PrintStream out, PrintStream errors) {
        this.rooms = rooms;
        this.out = out;
        this.errors = errors;
    }

    /**
     * @param arguments what stands behind {@code upgrade}
     * @param rooms opens the database and the settings alone
     * @return the exit code
     */
    public static int run(List<String> arguments, Supplier<ConfigurableApplicationContext> rooms) {
        return new UpgradeCommand(rooms, System.out, System.err).run(arguments);
    }

    int run(List<String> arguments) {
        if (!arguments.equals(List.of("check"))) {
            errors.print(USAGE);
            return FAILED;
        }
        try (ConfigurableApplicationContext opened = rooms.get()) {
            return report(opened.getBean(UpgradeCheck.class).findings());
        } catch (RuntimeException e) {
            Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
            if (cause instanceof NoDatabaseYet) {
                out.println(cause.getMessage() + ": nothing to upgrade.");
                return READY;
            }
            errors.println(cause.getMessage() == null ? cause.toString() : cause.getMessage());
            return FAILED;
        }
    }

    private int report(List<UpgradeFinding> findings) {
        for (UpgradeFinding finding : findings) {
            out.println("%-8s %s: %s".formatted(sign(finding), finding.about(), finding.text()));
            if (!finding.advice().isEmpty()) {
                out.println("         → " + finding.advice());
            }
        }
        boolean ready = findings.stream().noneMatch(one -> one.level() == Level.OBSTACLE);
        out.println(ready ? "The upgrade can begin." : "The upgrade cannot begin.");
        return ready ? READY : NOT_READY;
    }

    private static String sign(UpgradeFinding finding) {
        return switch (finding.level()) {
            case FINE -> "ok";
            case WARNING -> "warning";
            case OBSTACLE -> "STOP";
        };
    }
}
