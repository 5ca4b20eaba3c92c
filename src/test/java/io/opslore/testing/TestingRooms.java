package io.opslore.testing;

import io.opslore.OpsLore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;

/** All rooms of the portal in this process, without its web server, on a database and folder. */
public final class TestingRooms implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    /** Rooms with the same database and folder are the same portal, started again. */
    public TestingRooms(String database, Path data, String... profiles) {
        this(database, data, List.of(), profiles);
    }

    /**
     * @param more what is registered beside the rooms
     */
    public TestingRooms(String database, Path data, List<Class<?>> more, String... profiles) {
        this(database, data, more, context -> {}, profiles);
    }

    /**
     * @param before registers what the rooms find beside themselves
     */
    public TestingRooms(
            String database,
            Path data,
            List<Class<?>> more,
            ApplicationContextInitializer<GenericApplicationContext> before,
            String... profiles) {
        context =
                new SpringApplicationBuilder(Rooms.class)
                        .initializers(before)
                        .sources(more.toArray(Class<?>[]::new))
                        .web(WebApplicationType.NONE)
                        .profiles(profiles)
                        // A model server that happens to run on this machine is not to answer.
                        .properties("OLLAMA_BASE_URL=http://127.0.0.1:9")
                        .run(
                                "--spring.datasource.url=" + database,
                                "--opslore.data=" + data,
                                "--spring.autoconfigure.exclude="
                                        + "org.springframework.boot.micrometer.tracing.autoconfigure"
                                        + ".MicrometerTracingAutoConfiguration,"
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

    /** As the portal itself is put together, but for what tests lay out for their own contexts. */
    @EnableAutoConfiguration
    @AutoConfigurationPackage(basePackages = "io.opslore")
    @ConfigurationPropertiesScan("io.opslore")
    @ComponentScan(
            basePackages = "io.opslore",
            excludeFilters = {
                @Filter(type = FilterType.CUSTOM, classes = OfTests.class),
                @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = OpsLore.class)
            })
    static class Rooms {}

    /** Classes that come with the tests. */
    static class OfTests implements TypeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory others) throws IOException {
            return type.getResource().getURL().getPath().contains("/test-classes/");
        }
    }
}
