package io.opslore.identity;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;

/** Holds services to their {@link NeedsPermission}, before any transaction begins. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class PermissionGuard {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor permissionAdvisor(ObjectProvider<Authority> authority) {
        var guarded =
                new ComposablePointcut(new AnnotationMatchingPointcut(NeedsPermission.class, true))
                        .union(
                                new ComposablePointcut(
                                        new AnnotationMatchingPointcut(
                                                null, NeedsPermission.class, true)))
                        .intersection(PermissionGuard::isService);
        var advisor = new DefaultPointcutAdvisor(guarded, new Check(authority));
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }

    /** Views carry the annotation too; they are not called with an asker but opened by one. */
    private static boolean isService(Class<?> type) {
        return AnnotatedElementUtils.hasAnnotation(type, Component.class);
    }

    private record Check(ObjectProvider<Authority> authority) implements MethodInterceptor {

        @Override
        public @Nullable Object invoke(MethodInvocation call) throws Throwable {
            NeedsPermission needed = needed(call);
            if (needed != null) {
                require(needed.value(), asker(call));
            }
            return call.proceed();
        }

        private void require(Permission[] any, Asker asker) {
            Rights rights = authority.getObject().of(asker);
            if (Arrays.stream(any).noneMatch(rights.everywhere()::contains)) {
                throw new NotAllowed(any[0]);
            }
        }

        /** The method's own rule goes before its service's. */
        private static @Nullable NeedsPermission needed(MethodInvocation call) {
            Class<?> service =
                    call.getThis() == null
                            ? call.getMethod().getDeclaringClass()
                            : AopUtils.getTargetClass(call.getThis());
            Method method = AopUtils.getMostSpecificMethod(call.getMethod(), service);
            NeedsPermission own =
                    AnnotatedElementUtils.findMergedAnnotation(method, NeedsPermission.class);
            if (own != null || method.getDeclaringClass() == Object.class) {
                return own;
            }
            return AnnotatedElementUtils.findMergedAnnotation(service, NeedsPermission.class);
        }

        private static Asker asker(MethodInvocation call) {
            return Arrays.stream(call.getArguments())
                    .filter(Asker.class::isInstance)
                    .map(Asker.class::cast)
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalStateException(
                                    call.getMethod() + " needs a permission but names no asker"));
        }
    }
}
