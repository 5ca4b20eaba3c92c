package io.opslore.testing;

import io.opslore.OpsLore;
import java.nio.file.Path;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** All rooms of the portal in this process, without its web server, on a database and folder. */
public final class TestingRooms implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    /** Rooms with the same database and folder are the same portal, started again. */
    public TestingRooms(String database, Path data, String... profiles) {
        context =
                new SpringApplicationBuilder(OpsLore.class)
                        .web(WebApplicationType.NONE)
                        .profiles(profiles)
                        .run(
                                "--spring.datasource.url=" + database,
                                "--opslore.data=" + data,
                                "--spring.autoconfigure.exclude="
                                        + "com.vaadin.flow.spring.SpringBootAutoConfiguration,"
                                        + "com.vaadin.flow.spring.SpringSecurityAutoConfiguration");
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
