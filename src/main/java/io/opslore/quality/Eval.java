package io.opslore.quality;

import io.opslore.assistant.Assistant;
import io.opslore.models.Models;
import io.opslore.retrieval.Tuning;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** Measures a judged set in a portal that is made for it. */
public final class Eval {

    private final Function<List<String>, ConfigurableApplicationContext> start;

    /**
     * @param start starts a portal with settings as on a command line
     */
    public Eval(Function<List<String>, ConfigurableApplicationContext> start) {
        this.start = start;
    }

    /** Each set alone: documents of another one would be in its way. */
    public SetReport measure(Path folder) throws IOException, InterruptedException {
        JudgedSet set = JudgedFolder.read(folder);
        long begun = System.nanoTime();
        try (var portal = new ScratchPortal(start)) {
            LoadedSet loaded = portal.load(set.name(), set.documents());
            List<ArmRun> runs = new Evaluation(set).runs(loaded);
            return new SetReport(
                    set.name(),
                    set.queries().size(),
                    set.documents().size(),
                    runs,
                    answers(set, portal),
                    Instant.now(),
                    Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0,
                    version(),
                    settings(set, portal));
        }
    }

    private static @Nullable AnswerReport answers(JudgedSet set, ScratchPortal portal)
            throws InterruptedException {
        return set.answers().isEmpty()
                ? null
                : new Answering(
                                portal.bean(Assistant.class),
                                portal.bean(Models.class),
                                portal.admin())
                        .report(set.answers());
    }

    private static Map<String, String> settings(JudgedSet set, ScratchPortal portal) {
        Map<String, String> settings = new LinkedHashMap<>(portal.bean(Tuning.class).named());
        settings.put("index", "the embedded one");
        settings.put("gain", "linear, as trec_eval");
        settings.put("ranking", Measures.DEPTH + " documents, each by its best passage");
        if (set.absent() > 0) {
            settings.put(
                    "judged, not in the corpus",
                    set.absent() + " documents, counted as not found, as trec_eval does");
        }
        return settings;
    }

    private static String version() {
        String version = Eval.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
