package io.opslore.testing;

import io.opslore.library.ReadScope;
import io.opslore.library.Revisions;
import io.opslore.library.SpaceId;
import io.opslore.retrieval.engine.KnowledgeIndex;
import io.opslore.retrieval.engine.KnowledgeIndexes;
import io.opslore.retrieval.engine.Within;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.Set;
import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.NameMatchMethodPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;

/**
 * Takes one of the two checks of every search out of a running portal, so that a test can prove
 * that it would notice. Both are in place unless a test says otherwise.
 */
public class LeakSwitches {

    private static volatile @Nullable KnowledgeIndex index;
    private static volatile @Nullable ReadScope instead;
    private static volatile boolean filterIgnored;
    private static volatile boolean allConfirmed;

    /** The index that was opened last, with whatever is switched. */
    public static KnowledgeIndex index() {
        return Objects.requireNonNull(index);
    }

    /** While it runs, the index takes no heed of who may read what. */
    public static void withoutIndexFilter(Set<SpaceId> all, Runnable action) {
        instead = new ReadScope(all);
        filterIgnored = true;
        try {
            action.run();
        } finally {
            filterIgnored = false;
        }
    }

    /** While it runs, PostgreSQL confirms every hit of these spaces. */
    public static void withoutSecondCheck(Set<SpaceId> all, Runnable action) {
        instead = new ReadScope(all);
        allConfirmed = true;
        try {
            action.run();
        } finally {
            allConfirmed = false;
        }
    }

    @Bean
    static BeanPostProcessor indexSwitch() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof KnowledgeIndexes indexes
                        ? proxy(KnowledgeIndexes.class, opening(indexes))
                        : bean;
            }
        };
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor secondCheckSwitch() {
        var pointcut = new NameMatchMethodPointcut();
        pointcut.setMappedName("confirmed");
        pointcut.setClassFilter(Revisions.class::isAssignableFrom);
        MethodInterceptor advice =
                call -> {
                    if (allConfirmed) {
                        call.getArguments()[1] = Objects.requireNonNull(instead);
                    }
                    return call.proceed();
                };
        return new DefaultPointcutAdvisor(pointcut, advice);
    }

    private static InvocationHandler opening(KnowledgeIndexes indexes) {
        return (proxy, method, arguments) -> {
            Object result = invoke(indexes, method, arguments);
            if (!(result instanceof KnowledgeIndex opened)) {
                return result;
            }
            KnowledgeIndex switched = proxy(KnowledgeIndex.class, searching(opened));
            index = switched;
            return switched;
        };
    }

    private static InvocationHandler searching(KnowledgeIndex index) {
        return (proxy, method, arguments) -> {
            if (filterIgnored && arguments != null) {
                for (int i = 0; i < arguments.length; i++) {
                    if (arguments[i] instanceof Within within) {
                        arguments[i] =
                                new Within(
                                        Objects.requireNonNull(instead),
                                        within.revisions(),
                                        within.languages());
                    } else if (arguments[i] instanceof ReadScope) {
                        arguments[i] = Objects.requireNonNull(instead);
                    }
                }
            }
            return invoke(index, method, arguments);
        };
    }

    private static @Nullable Object invoke(
            Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
