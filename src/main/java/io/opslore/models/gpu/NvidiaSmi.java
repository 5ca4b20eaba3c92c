package io.opslore.models.gpu;

import io.opslore.models.GpuLook;
import io.opslore.models.GpuReading;
import io.opslore.models.GpuReadings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Asks the driver's own program, where the portal runs beside the cards. */
final class NvidiaSmi implements GpuReadings {

    private static final List<String> OPTIONS =
            List.of(
                    "--query-gpu=index,name,utilization.gpu,memory.used,memory.total,temperature.gpu",
                    "--format=csv,noheader,nounits");

    /** Without persistence mode the driver wakes up first. */
    private static final int SECONDS = 10;

    private static final int LONGEST = 64 * 1024;
    private static final int COLUMNS = 6;

    private final String command;

    NvidiaSmi(String command) {
        this.command = command;
    }

    @Override
    public String source() {
        return command;
    }

    @Override
    public GpuLook look() {
        Process process;
        try {
            process =
                    new ProcessBuilder(Stream.concat(Stream.of(command), OPTIONS.stream()).toList())
                            .redirectErrorStream(true)
                            .start();
        } catch (IOException notInstalled) {
            return new GpuLook.None();
        }
        try {
            return look(process);
        } finally {
            process.destroyForcibly();
        }
    }

    private static GpuLook look(Process process) {
        try {
            String said =
                    CompletableFuture.supplyAsync(
                                    () -> text(process.getInputStream()),
                                    task -> Thread.ofVirtual().start(task))
                            .get(SECONDS, TimeUnit.SECONDS);
            boolean ended = process.waitFor(1, TimeUnit.SECONDS);
            return read(said, ended && process.exitValue() == 0);
        } catch (TimeoutException | ExecutionException e) {
            return new GpuLook.Failed("No answer within " + SECONDS + " seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new GpuLook.Failed("The portal stops");
        }
    }

    /**
     * @param well whether the program itself was content
     */
    static GpuLook read(String said, boolean well) {
        List<GpuReading> gpus =
                said.lines()
                        .map(line -> Arrays.stream(line.split(",")).map(String::strip).toList())
                        .filter(columns -> columns.size() == COLUMNS)
                        .filter(columns -> columns.getFirst().matches("\\d+"))
                        .map(NvidiaSmi::reading)
                        .toList();
        if (!gpus.isEmpty()) {
            return new GpuLook.Seen(gpus);
        }
        if (said.contains("No devices were found")) {
            return new GpuLook.None();
        }
        String why = said.strip().lines().findFirst().orElse("It said nothing");
        return new GpuLook.Failed(well ? "Not understood: " + why : why);
    }

    private static GpuReading reading(List<String> columns) {
        return new GpuReading(
                columns.get(0),
                columns.get(1),
                number(columns.get(2)),
                number(columns.get(3)),
                number(columns.get(4)),
                number(columns.get(5)));
    }

    /** Empty for {@code [N/A]}, {@code [Unknown Error]} and their like. */
    private static OptionalDouble number(String text) {
        return text.matches("\\d+(\\.\\d+)?")
                ? OptionalDouble.of(Double.parseDouble(text))
                : OptionalDouble.empty();
    }

    private static String text(InputStream stream) {
        try {
            return new String(stream.readNBytes(LONGEST), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return "";
        }
    }
}
