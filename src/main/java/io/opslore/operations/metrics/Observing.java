package io.opslore.operations.metrics;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.annotation.Observed;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * Measures methods that are {@link Observed}: as a timer and as a part of the trace. Micrometer's
 * own aspect does so too, but names classes and methods in the labels, and looks at every bean by
 * AspectJ at every start.
 */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class Observing {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor observingAdvisor(ObjectProvider<ObservationRegistry> observations) {
        return new DefaultPointcutAdvisor(
                AnnotationMatchingPointcut.forMethodAnnotation(Observed.class),
                new Observer(observations));
    }

    private record Observer(ObjectProvider<ObservationRegistry> observations)
            implements MethodInterceptor {

        @Override
        public @Nullable Object invoke(MethodInvocation call) throws Throwable {
            Observed what = annotation(call);
            if (what == null) {
                return call.proceed();
            }
            Observation observation =
                    Observation.createNotStarted(what.name(), observations.getObject())
                            .contextualName(what.contextualName());
            String[] labels = what.lowCardinalityKeyValues();
            for (int at = 0; at + 1 < labels.length; at += 2) {
                observation.lowCardinalityKeyValue(labels[at], labels[at + 1]);
            }
            return observed(observation.start(), call);
        }

        private static @Nullable Object observed(Observation observation, MethodInvocation call)
                throws Throwable {
            try (var _ = observation.openScope()) {
                return call.proceed();
            } catch (Throwable e) {
                observation.error(e);
                throw e;
            } finally {
                observation.stop();
            }
        }

        private static @Nullable Observed annotation(MethodInvocation call) {
            Object target = call.getThis();
            return target == null
                    ? null
                    : AnnotationUtils.findAnnotation(
                            AopUtils.getMostSpecificMethod(
                                    call.getMethod(), AopUtils.getTargetClass(target)),
                            Observed.class);
        }
    }
}
