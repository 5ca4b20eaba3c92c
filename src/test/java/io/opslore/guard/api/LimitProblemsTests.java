package io.opslore.guard.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.guard.Limit;
import io.opslore.guard.LimitReached;
import io.opslore.guard.Refusal;
import io.opslore.testing.TestingClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class LimitProblemsTests {

    private final TestingClock clock = new TestingClock();

    @Test
    void aProgramIsToldWhichLimitAndWhenToComeAgain() {
        Instant frees = clock.instant().plusSeconds(40);

        assertThat(get(new Refusal(Limit.REQUESTS_PER_MINUTE, 20, 20, frees)))
                .hasStatus(429)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .hasHeader("Retry-After", "41")
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"title": "Limit reached", "status": 429, "limit": "requests-per-minute",
                        "used": 20, "allowed": 20, "freesAt": "%s"}
                        """
                                .formatted(frees));
    }

    @Test
    void whereNoTimeIsKnownItIsToldToWaitAWhile() {
        assertThat(get(new Refusal(Limit.CONCURRENT_REQUESTS, 4, 4, null)))
                .hasStatus(429)
                .hasHeader("Retry-After", "5")
                .bodyJson()
                .doesNotHavePath("$.freesAt");
    }

    @Test
    void whatIsTooLargeIsNotToBeTriedAgain() {
        assertThat(get(new Refusal(Limit.UPLOAD_BYTES, 11, 10, null)))
                .hasStatus(413)
                .doesNotContainHeader("Retry-After");
        assertThat(get(new Refusal(Limit.STORAGE_BYTES, 11, 10, null))).hasStatus(507);
    }

    private MvcTestResult get(Refusal refusal) {
        return MockMvcTester.create(
                        MockMvcBuilders.standaloneSetup(new Refusing(refusal))
                                .setControllerAdvice(new LimitProblems(clock))
                                .build())
                .get()
                .uri("/refusing")
                .exchange();
    }

    /** An endpoint of any room. */
    @RestController
    private static final class Refusing {

        private final Refusal refusal;

        Refusing(Refusal refusal) {
            this.refusal = refusal;
        }

        @GetMapping("/refusing")
        String refuse() {
            throw new LimitReached(refusal);
        }
    }
}
