package io.opslore.assistant;

import io.opslore.retrieval.Passage;
import io.opslore.retrieval.Query;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Finds what the test has laid out, within the asker's scope as the real one does. */
class TestingRetrieval implements Function<Query, List<Passage>> {

    private final List<Query> asked = new CopyOnWriteArrayList<>();
    private volatile Function<String, List<Passage>> found = text -> List.of();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    @Override
    public List<Passage> apply(Query query) {
        asked.add(query);
        awaitGate();
        return found.apply(query.text()).stream()
                .filter(passage -> query.scope().covers(passage.document().space()))
                .limit(query.limit())
                .toList();
    }

    void finds(Passage... passages) {
        found = text -> List.of(passages);
    }

    void finds(Function<String, List<Passage>> byText) {
        found = byText;
    }

    /** Searches wait until the result is run. */
    Runnable hold() {
        var latch = new CountDownLatch(1);
        gate = latch;
        return latch::countDown;
    }

    List<String> searches() {
        return asked.stream().map(Query::text).toList();
    }

    void forget() {
        asked.clear();
        finds();
        gate = new CountDownLatch(0);
    }

    private void awaitGate() {
        try {
            if (!gate.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("The test never let the search go on");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
