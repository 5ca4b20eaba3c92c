package io.opslore.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Binds settings as the portal does: what is given over the defaults in application.yaml. */
public final class TestingDefaults {

    private TestingDefaults() {}

    /** The settings under the given prefix. */
    public static <T> T bind(String prefix, Class<T> type, Map<String, Object> given) {
        var environment = new StandardEnvironment();
        try {
            new YamlPropertySourceLoader()
                    .load("defaults", new ClassPathResource("application.yaml"))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        environment.getPropertySources().addFirst(new MapPropertySource("given", given));
        return Binder.get(environment).bindOrCreate(prefix, type);
    }
}
