package io.opslore.quality.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What it took a process of its own until it said that it had started; the process has ended by
 * then.
 *
 * @param cpuMillis of the process and those that it had started, as far as the system tells
 */
record FreshStart(double millis, double cpuMillis) {

    private static final long LIMIT_MINUTES = 5;

    /**
     * @param command of a Spring Boot application
     * @param data its data folder
     */
    static FreshStart of(List<String> command, Path data) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("OPSLORE_DATA", data.toString());
        long begun = System.nanoTime();
        Process process = builder.start();
        // Also when the person gives up.
        Runtime.getRuntime().addShutdownHook(new Thread(process.toHandle()::destroy));
        CompletableFuture.delayedExecutor(LIMIT_MINUTES, TimeUnit.MINUTES)
                .execute(process::destroyForcibly);
        try (BufferedReader said = process.inputReader()) {
            awaitStarted(said);
            var took = new FreshStart(Timing.millisSince(begun), cpuMillis(process));
            // It closes its database; destroying the process itself would close its output before.
            process.toHandle().destroy();
            said.transferTo(Writer.nullWriter());
            process.waitFor();
            return took;
        }
    }

    private static void awaitStarted(BufferedReader said) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.contains("Started ")) {
                return;
            }
            all.append(line).append('\n');
        }
        throw new IOException("It ended before it had started:\n" + all);
    }

    private static double cpuMillis(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .flatMap(one -> one.info().totalCpuDuration().stream())
                .mapToLong(Duration::toMillis)
                .sum();
    }
}
