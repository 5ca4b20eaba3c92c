package io.opslore.shell;

import com.vaadin.flow.server.auth.AccessCheckDecision;
import com.vaadin.flow.server.auth.AccessCheckResult;
import com.vaadin.flow.server.auth.NavigationAccessChecker;
import com.vaadin.flow.server.auth.NavigationContext;
import com.vaadin.flow.spring.security.NavigationAccessControlConfigurer;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.SignedIn;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Opens a view with a {@link NeedsPermission} only to those who hold one at this moment. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ViewPermissions {

    @Bean
    static NavigationAccessControlConfigurer navigationAccess(ObjectProvider<SignedIn> signedIn) {
        NavigationAccessChecker permissions =
                context ->
                        mayOpen(context.getNavigationTarget(), signedIn.getObject())
                                ? context.neutral()
                                : context.deny("The permission is missing");
        return new NavigationAccessControlConfigurer()
                .withAnnotatedViewAccessChecker()
                .withNavigationAccessChecker(permissions)
                .withDecisionResolver(ViewPermissions::anyDenies);
    }

    /** Whether the permissions that the view asks for, if any, are there. */
    static boolean mayOpen(Class<?> view, SignedIn signedIn) {
        NeedsPermission needed =
                AnnotatedElementUtils.findMergedAnnotation(view, NeedsPermission.class);
        return needed == null || Arrays.stream(needed.value()).anyMatch(signedIn::may);
    }

    /** Vaadin's own rule takes one yes beside one no for an error in the program. */
    private static AccessCheckResult anyDenies(
            List<AccessCheckResult> results, NavigationContext context) {
        List<AccessCheckDecision> decisions =
                results.stream().map(AccessCheckResult::decision).toList();
        return decisions.contains(AccessCheckDecision.ALLOW)
                        && !decisions.contains(AccessCheckDecision.DENY)
                        && !decisions.contains(AccessCheckDecision.REJECT)
                ? context.allow()
                : context.deny("No rule lets this person in");
    }
}
