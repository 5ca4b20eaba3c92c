package io.opslore.quality;

import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.ingest.IngestFeed;
import io.opslore.ingest.IngestProgress;
import io.opslore.ingest.IngestState;
import io.opslore.ingest.Intake;
import io.opslore.library.Grants;
import io.opslore.library.ReadScope;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import io.opslore.retrieval.Retrieval;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * A whole portal without a web server in a data folder of its own, which is removed in the end:
 * what is measured in it touches nobody's data, whatever this machine's settings name.
 */
public final class ScratchPortal implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final String INDEX = "--opslore.index=";

    private final Path data;
    private final ConfigurableApplicationContext portal;
    private final Asker admin;

    /**
     * @param start starts a portal with settings as on a command line
     */
    public ScratchPortal(Function<List<String>, ConfigurableApplicationContext> start)
            throws IOException {
        this(start, List.of());
    }

    /**
     * @param start starts a portal with settings as on a command line
     * @param wanted such settings; the index is the embedded one unless they say otherwise
     */
    public ScratchPortal(
            Function<List<String>, ConfigurableApplicationContext> start, List<String> wanted)
            throws IOException {
        data = Files.createTempDirectory("opslore-scratch");
        // Also when the person gives up: Spring has closed the portal by then, or its end waits.
        Runtime.getRuntime().addShutdownHook(new Thread(this::remove));
        portal = start.apply(settings(data, wanted));
        admin = portal.getBean(Accounts.class).firstAdmin().orElseThrow();
    }

    /**
     * Everything that a portal writes to, for somebody may have set each of these elsewhere.
     *
     * @param wanted beside these, or in their place
     */
    public static List<String> settings(Path data, List<String> wanted) {
        List<String> settings =
                new ArrayList<>(
                        List.of(
                                "--opslore.data=" + data,
                                "--spring.datasource.url=embedded",
                                "--opslore.retrieval.index=" + data.resolve("index"),
                                "--opslore.library.store=files",
                                "--opslore.library.blobs=" + data.resolve("blobs"),
                                "--opslore.ingest.folder=" + data.resolve("ingest"),
                                "--opslore.identity.key-file=" + data.resolve("secret.key"),
                                "--logging.file.name=" + data.resolve("portal.log"),
                                "--logging.level.io.opslore=warn"));
        settings.addAll(wanted);
        // What stands twice would be a list.
        if (wanted.stream().noneMatch(it -> it.startsWith(INDEX))) {
            settings.add(INDEX + "lucene");
        }
        return settings;
    }

    public <T> T bean(Class<T> type) {
        return portal.getBean(type);
    }

    /** Its first account, who may do everything in it. */
    public Asker admin() {
        return admin;
    }

    /** Takes a judged set in. */
    LoadedSet load(String name, Map<String, String> documents)
            throws IOException, InterruptedException {
        Map<String, String> ids = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        documents.forEach((id, text) -> {
            String path = ids.size() + ".md";
            ids.put(path, id);
            texts.put(path, text);
        });
        return new LoadedSet(bean(Retrieval.class), take(name, texts), ids);
    }

    /**
     * Takes documents in as uploads are, and returns when all of them are found.
     *
     * @param documents texts by path
     * @return where they are
     */
    public ReadScope take(String name, Map<String, String> documents)
            throws IOException, InterruptedException {
        SpaceId space = bean(Spaces.class).create(name, "", admin).id();
        for (Map.Entry<String, String> document : documents.entrySet()) {
            byte[] bytes = document.getValue().getBytes(StandardCharsets.UTF_8);
            bean(Intake.class)
                    .accept(space, document.getKey(), new ByteArrayInputStream(bytes), admin);
        }
        await(space);
        return bean(Grants.class).readable(admin).within(space);
    }

    private void await(SpaceId space) throws InterruptedException {
        IngestFeed feed = bean(IngestFeed.class);
        List<IngestProgress> states = feed.states(space, admin);
        while (!states.stream().allMatch(ScratchPortal::isOver)) {
            Thread.sleep(PAUSE);
            states = feed.states(space, admin);
        }
        states.forEach(ScratchPortal::requireReady);
    }

    private static boolean isOver(IngestProgress document) {
        return switch (document.state()) {
            case IngestState.Ready ready -> true;
            case IngestState.Failed failed -> true;
            case IngestState.Queued queued -> false;
            case IngestState.Extracting extracting -> false;
            case IngestState.Indexing indexing -> false;
        };
    }

    private static void requireReady(IngestProgress document) {
        if (document.state() instanceof IngestState.Failed(var reason, var detail)) {
            throw new UnusableSet("A document was not taken in: " + reason + " " + detail);
        }
    }

    @Override
    public void close() {
        portal.close();
        remove();
    }

    private void remove() {
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            // It lies in the system's folder for what may be thrown away.
        }
    }
}
