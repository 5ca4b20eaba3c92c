package io.opslore.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.library.Spaces;
import org.junit.jupiter.api.Test;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

class PermissionGuardTests {

    private final Advisor guard =
            PermissionGuard.permissionAdvisor(
                    new DefaultListableBeanFactory().getBeanProvider(Authority.class));

    @Test
    void guardsServicesWithThePermissionOnThemOrOnAMethod() {
        assertThat(AopUtils.canApply(guard, People.class)).isTrue();
        assertThat(AopUtils.canApply(guard, Spaces.class)).isTrue();
        assertThat(AopUtils.canApply(guard, JdbcAuthority.class)).isFalse();
    }

    @Test
    void leavesViewsToWhoeverOpensThem() {
        assertThat(AopUtils.canApply(guard, View.class)).isFalse();
    }

    @NeedsPermission(Permission.USER_MANAGE)
    private static class View {
        public void open() {}
    }
}
