package io.opslore.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.identity.TestingAuthority;
import io.opslore.library.ReadScope;
import io.opslore.library.SpaceId;
import io.opslore.models.EmbeddingTask;
import io.opslore.testing.RealOllama;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An index made with a model of a real Ollama; skipped where there is none. */
class RealOllamaEmbeddingTests {

    private static final Asker ADMIN = TestingAuthority.asker("admin", Role.ADMIN);
    private static final String MODEL = "smollm2:135m";
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String DISK = "# Disk\n\nA full volume is made larger with lvextend.";

    @Test
    void documentsAreFoundByTheirMeaningThroughIt() {
        assumeTrue(RealOllama.url().isPresent(), RealOllama.NONE);
        String url = RealOllama.url().orElseThrow();
        try (var library = new TestingLibrary("opslore.models.base-url=" + url)) {
            SpaceId space = library.space("space");
            library.publish(space, "disk.md", DISK);
            library.publish(space, "mail.md", "# Mail\n\nThe queue of letters: mailq.");

            library.bean(EmbeddingTask.class).choose(Optional.of(MODEL), ADMIN);
            await().atMost(PATIENCE)
                    .until(() -> library.bean(EmbeddingTask.class).status(ADMIN).inUse());
            library.publish(space, "net.md", "# Network\n\nRoutes are shown by ip route.");

            assertThat(byMeaning(library, space)).hasSize(3).contains("disk.md", "net.md");
            assertThat(nearest(library, space)).isGreaterThan(0.99);
            assertThat(library.bean(EmbeddingTask.class).status(ADMIN).answering())
                    .startsWith(MODEL + "@");
        }
    }

    private static List<String> byMeaning(TestingLibrary library, SpaceId space) {
        return find(library, space, "How is a full disk made larger?").stream()
                .map(found -> found.document().path())
                .toList();
    }

    /** A passage is nothing but near to itself, whatever a model knows. */
    private static double nearest(TestingLibrary library, SpaceId space) {
        return find(library, space, "disk.md › Disk\n" + DISK).getFirst().similarity();
    }

    private static List<Passage> find(TestingLibrary library, SpaceId space, String text) {
        var query = new Query(text, new ReadScope(Set.of(space)), 10, Arms.MEANING);
        return library.bean(Retrieval.class).search(query);
    }
}
