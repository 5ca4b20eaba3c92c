package io.opslore.operations.cli;

import io.opslore.operations.UpgradeRooms;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the command has printed, and how it ended. */
public record TestingUpgrade(int code, String out) {

    public static TestingUpgrade run(String... settings) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code =
                new UpgradeCommand(() -> UpgradeRooms.open(settings), out, out)
                        .run(List.of("check"));
        return new TestingUpgrade(code, bytes.toString(StandardCharsets.UTF_8));
    }
}
