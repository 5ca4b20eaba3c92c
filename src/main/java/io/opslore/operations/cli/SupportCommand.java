package io.opslore.operations.cli;

import io.opslore.operations.support.SupportBundle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code opslore support <file.zip>}: writes what helps whoever is asked for help. */
public final class SupportCommand {

    /** The file is written. */
    public static final int WRITTEN = 0;

    /** The command could not be carried out. */
    public static final int FAILED = 2;

    private static final String USAGE =
            """
            Usage: opslore support <file.zip>

            Writes a ZIP with versions, settings without secrets, states, numbers and the end of the
            log; no question, no text of a document and no name is in it. Uses the portal that runs on
            this data folder; where none runs, none is needed. Does not write over a file.
            """;

    private final PortalOrRooms portal;
    private final PrintStream out;
    private final PrintStream errors;

    SupportCommand(PortalOrRooms portal, PrintStream out, PrintStream errors) {
        this.portal = portal;
        this.out = out;
        this.errors = errors;
    }

    /**
     * @param arguments what stands behind {@code support}
     * @param data the data folder, where a running portal leaves its address
     * @param rooms starts the portal without a web server and in maintenance, where none runs
     * @return the exit code
     */
    public static int run(
            List<String> arguments, Path data, Supplier<ConfigurableApplicationContext> rooms) {
        return new SupportCommand(new PortalOrRooms(data, rooms), System.out, System.err)
                .run(arguments);
    }

    int run(List<String> arguments) {
        if (arguments.size() != 1 || arguments.getFirst().startsWith("-")) {
            errors.print(USAGE);
            return FAILED;
        }
        Path file = Path.of(arguments.getFirst());
        try {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file + " is there already");
            }
            Files.write(
                    file,
                    portal.ask(
                            "/api/support",
                            byte[].class,
                            (rooms, admin) -> {
                                var bytes = new ByteArrayOutputStream();
                                rooms.getBean(SupportBundle.class).write(bytes, admin);
                                return bytes.toByteArray();
                            }),
                    StandardOpenOption.CREATE_NEW);
            out.println("Written: " + file.toAbsolutePath());
            return WRITTEN;
        } catch (IOException e) {
            errors.println(e.getMessage() == null ? e.toString() : e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }
}
