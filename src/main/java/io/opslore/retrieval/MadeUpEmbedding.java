package io.opslore.retrieval;

import io.opslore.retrieval.engine.Embedder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;

/**
 * Lets a portal make the vectors of its documents up instead of computing them, so that as much as
 * one likes goes through its own way in minutes. For measuring only: no scan finds this, a portal
 * has it where it is started with {@link #SETTING}.
 */
public final class MadeUpEmbedding {

    /** As on a command line. */
    public static final String SETTING = "--spring.main.sources=" + MadeUpEmbedding.class.getName();

    @Bean
    static BeanPostProcessor madeUpVectors() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Embedder real ? new MadeUpVectors(real) : bean;
            }
        };
    }
}
