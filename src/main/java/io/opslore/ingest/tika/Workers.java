package io.opslore.ingest.tika;

import io.opslore.ingest.IngestSettings;
import io.opslore.ingest.extract.Converter;
import io.opslore.ingest.extract.ExtractionFailed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Converts documents in processes of their own, so that a hostile one fails alone. A process is
 * started when the first document comes, kept warm for the next, and ended when idle, worn or
 * broken. Thread-safe.
 */
@Component
public class Workers implements Converter, DisposableBean {

    private final IngestSettings settings;
    private final Semaphore seats;
    private final LinkedBlockingDeque<Worker> idle = new LinkedBlockingDeque<>();
    private final Set<Worker> busy = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("ingest-workers").factory());

    public Workers(IngestSettings settings) {
        this.settings = settings;
        seats = new Semaphore(settings.worker().processes(), true);
        sweep();
        long idle = settings.worker().idle().toMillis();
        clock.scheduleWithFixedDelay(this::endIdle, idle, idle, TimeUnit.MILLISECONDS);
    }

    @Override
    public Converted convert(Kind kind, InputStream bytes, long size)
            throws ExtractionFailed, IOException, InterruptedException {
        var request = new Frames.Request(kind, settings.maxTextLength(), size);
        seats.acquire();
        try {
            return convert(request, bytes);
        } finally {
            seats.release();
        }
    }

    private Converted convert(Frames.Request request, InputStream bytes)
            throws ExtractionFailed, IOException {
        Worker worker = take();
        busy.add(worker);
        boolean usable = false;
        try {
            Converted converted = worker.convert(request, bytes, settings.worker().timeLimit());
            usable = true;
            return converted;
        } catch (ExtractionFailed e) {
            usable = true;
            throw e;
        } finally {
            busy.remove(worker);
            putBack(worker, usable);
        }
    }

    private Worker take() throws IOException {
        Worker worker = fitFromIdle();
        return worker == null ? Worker.start(settings, clock) : worker;
    }

    private @Nullable Worker fitFromIdle() {
        Worker worker = idle.poll();
        while (worker != null && !worker.isFit(settings.worker().files())) {
            worker.close();
            worker = idle.poll();
        }
        return worker;
    }

    private void putBack(Worker worker, boolean usable) {
        if (usable && worker.isFit(settings.worker().files()) && !clock.isShutdown()) {
            idle.push(worker);
        } else {
            worker.close();
        }
    }

    private void endIdle() {
        Duration most = settings.worker().idle();
        for (Worker worker : List.copyOf(idle)) {
            if (worker.isIdleFor(most) && idle.remove(worker)) {
                worker.close();
            }
        }
    }

    /** Folders of workers that were killed together with their portal. */
    private void sweep() {
        if (!Files.isDirectory(settings.folder())) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(settings.folder(), "worker-*")) {
            for (Path folder : left) {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            // They only take up room; the next start tries again.
        }
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
        List<Worker> all = new ArrayList<>(busy);
        idle.drainTo(all);
        all.forEach(Worker::close);
    }
}
