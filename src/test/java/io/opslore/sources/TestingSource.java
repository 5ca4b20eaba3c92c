package io.opslore.sources;

import io.opslore.connections.git.TestingWork;
import io.opslore.identity.Asker;
import io.opslore.testing.TestingRepositories;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;

/** A repository of its own, a space of its own, and a source between them. */
final class TestingSource extends TestingFeed {

    final TestingWork work;

    TestingSource(BeanFactory portal, Asker asker) {
        this(portal, asker, "repo-" + UUID.randomUUID().toString().substring(0, 8));
    }

    private TestingSource(BeanFactory portal, Asker asker, String name) {
        this(portal, asker, name, TestingRepositories.work(name));
    }

    private TestingSource(BeanFactory portal, Asker asker, String name, TestingWork work) {
        super(
                portal,
                asker,
                name,
                "git",
                Map.of("url", TestingRepositories.address(name).toString()));
        this.work = work;
    }

    void push(String author, String message) {
        work.commit(author, message);
        work.push();
    }
}
