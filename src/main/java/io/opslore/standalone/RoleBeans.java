package io.opslore.standalone;

import java.util.stream.Stream;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/** Finds the tools of the role, and the clients that they work with. */
final class RoleBeans implements ImportBeanDefinitionRegistrar {

    private final Environment environment;

    RoleBeans(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata by, BeanDefinitionRegistry registry) {
        Role role = Binder.get(environment).bind("opslore", RoleSettings.class).get().role();
        String[] packages =
                Stream.concat(
                                role.tools().stream().map(name -> "io.opslore.tools." + name),
                                role.clients().stream()
                                        .map(name -> "io.opslore.connections." + name))
                        .toArray(String[]::new);
        new ClassPathBeanDefinitionScanner(registry, true, environment).scan(packages);
    }
}
