package io.opslore.quality.bench;

import io.opslore.quality.ScratchPortal;
import io.opslore.quality.bench.BenchPlan.Engine;
import io.opslore.quality.bench.BenchPlan.Part;
import io.opslore.retrieval.BareEngine;
import io.opslore.retrieval.MadeUpEmbedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.ConfigurableApplicationContext;

/** Measures the portal beside what it is made of, in one run on one machine. */
public final class Bench {

    /** All that is asked about: prompts are short, because a model may have to do without a GPU. */
    private static final int DOCUMENTS = 2;

    private static final int WORDS = 36;

    /** Such a model has time, and need not say much. */
    private static final List<String> PATIENT =
            List.of(
                    "--opslore.assistant.answer-tokens=64",
                    "--opslore.models.limits.first-token=1h",
                    "--opslore.models.limits.between-tokens=10m",
                    "--opslore.models.limits.whole=2h");

    private final Function<List<String>, ConfigurableApplicationContext> start;
    private final Class<?> application;
    private final Consumer<String> progress;

    /**
     * @param start starts a portal in this process, with settings as on a command line
     * @param application whose main method starts one in a process of its own
     * @param progress hears what is being done, and what cannot be
     */
    public Bench(
            Function<List<String>, ConfigurableApplicationContext> start,
            Class<?> application,
            Consumer<String> progress) {
        this.start = start;
        this.application = application;
        this.progress = progress;
    }

    public List<BenchFigure> measure(BenchPlan plan) throws Exception {
        List<BenchFigure> figures = new ArrayList<>();
        if (plan.has(Part.START)) {
            var starts = new StartBench(JvmCommand.ofThis(application), plan.bare(), progress);
            figures.addAll(told(starts.measure(plan.repetitions())));
        }
        if (plan.has(Part.INGEST) || plan.has(Part.FIRST_WORD) || plan.has(Part.ANSWERS)) {
            figures.addAll(embedding(plan));
        }
        if (plan.has(Part.SEARCH) || plan.has(Part.MEMORY)) {
            for (Engine engine : Engine.values()) {
                if (plan.engines().isEmpty() || plan.engines().contains(engine)) {
                    figures.addAll(filled(plan, engine));
                }
            }
        }
        return figures;
    }

    /** What wants real vectors. */
    private List<BenchFigure> embedding(BenchPlan plan) throws Exception {
        List<BenchFigure> figures = new ArrayList<>();
        try (var portal = new ScratchPortal(start, PATIENT)) {
            if (plan.has(Part.FIRST_WORD) || plan.has(Part.ANSWERS)) {
                figures.addAll(asking(plan, portal));
            }
            if (plan.has(Part.INGEST)) {
                progress.accept("ingest");
                figures.addAll(told(new IngestBench(portal, plan.repetitions()).measure()));
            }
        }
        return figures;
    }

    private List<BenchFigure> asking(BenchPlan plan, ScratchPortal portal) throws Exception {
        Map<String, String> documents = new MadeUpDocuments(6_000).documents(DOCUMENTS, WORDS);
        List<String> texts = List.copyOf(documents.values());
        portal.take("Answers", documents);
        List<BenchFigure> figures = new ArrayList<>();
        if (plan.has(Part.FIRST_WORD)) {
            var words = new FirstWordBench(portal, texts, plan.repetitions(), progress);
            figures.addAll(told(words.measure()));
        }
        if (plan.has(Part.ANSWERS)) {
            progress.accept("answers");
            figures.addAll(told(new AnswerBench(portal, texts, plan.repetitions()).measure()));
        }
        return figures;
    }

    private List<BenchFigure> filled(BenchPlan plan, Engine engine) throws Exception {
        return switch (engine) {
            case LUCENE -> filled(plan, engine, List.of());
            case QDRANT -> {
                Optional<ScratchQdrant> server = ScratchQdrant.find();
                if (server.isEmpty()) {
                    progress.accept("no qdrant: neither QDRANT_URL nor qdrant on the PATH");
                    yield List.of();
                }
                try (ScratchQdrant found = server.get()) {
                    yield filled(plan, engine, found.settings());
                }
            }
        };
    }

    private List<BenchFigure> filled(BenchPlan plan, Engine engine, List<String> settings)
            throws Exception {
        String name = engine.name().toLowerCase(Locale.ROOT);
        List<String> wanted = new ArrayList<>(settings);
        wanted.add(MadeUpEmbedding.SETTING);
        List<BenchFigure> figures = new ArrayList<>();
        try (var portal = new ScratchPortal(start, wanted)) {
            try {
                figures.addAll(filled(plan, name, portal));
            } finally {
                portal.bean(BareEngine.class).discard();
            }
        }
        return figures;
    }

    private List<BenchFigure> filled(BenchPlan plan, String engine, ScratchPortal portal)
            throws Exception {
        List<BenchFigure> figures = new ArrayList<>();
        var search = new SearchBench(portal, engine, plan.repetitions());
        search.warmUp();
        var memory = new MemoryBench(engine);
        if (plan.has(Part.MEMORY)) {
            figures.addAll(told(memory.idle()));
        }
        var filling = new Filling(portal, progress);
        for (int size : plan.chunks()) {
            filling.upTo(size);
            if (plan.has(Part.SEARCH)) {
                progress.accept("search in %,d chunks, %s".formatted(size, engine));
                figures.addAll(told(search.measure(size)));
            }
            if (plan.has(Part.MEMORY)) {
                figures.addAll(told(memory.with(size)));
            }
        }
        return figures;
    }

    /** At once as well: the rest may take an hour, or fail. */
    private List<BenchFigure> told(List<BenchFigure> figures) {
        figures.forEach(figure -> progress.accept(figure.toString()));
        return figures;
    }
}
