package io.opslore.connections.gitea;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.web.service.annotation.GetExchange;

class GiteaApiTests {

    @Test
    void hasNothingButGet() {
        assertThat(GiteaApi.class.getMethods())
                .isNotEmpty()
                .allMatch(method -> method.isAnnotationPresent(GetExchange.class));
    }
}
