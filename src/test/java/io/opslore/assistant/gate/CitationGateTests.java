package io.opslore.assistant.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.library.LineRange;
import io.opslore.retrieval.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitationGateTests {

    private static final String RUNBOOK =
            """
            The service payments-api listens on port 8443 and keeps 3 replicas.
            Alert KubePodCrashLooping fires after 15 minutes.
            Restart it:

            ```bash
            kubectl -n payments rollout restart deployment/payments-api
            kubectl -n payments rollout status deployment/payments-api --timeout=120s
            ```

            The timeout is 30s, memory is limited to 512Mi, the goal is 99.9%.
            Backups go to s3.backup.example.com with pgBackRest v2.51.0.
            Escalate to Anna in the team channel.
            Retention is 1,000 days, or two weeks for logs.\
            """;

    private static final List<Passage> GIVEN =
            TestingPassages.of(
                    RUNBOOK,
                    "Сервис платежей слушает порт 9443.\nПеред перезапуском подождите 10 минут.\nОтветственная — Мария.");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It listens on port 8443 [1].",
                "The alert KubePodCrashLooping fires after 15 minutes [1].",
                "It fires after a quarter: 15 min [1].",
                "It fires after 900 seconds [1].",
                "The timeout is 30 seconds [1].",
                "Memory is limited to 512 MiB [1].",
                "The goal is 99.9 % [1].",
                "The goal is 99,9% [1].",
                "Retention is 1000 days [1].",
                "Logs are kept for 2 weeks [1].",
                "Run `kubectl -n payments rollout restart deployment/payments-api` [1].",
                "Run `kubectl rollout restart deployment/payments-api -n payments` [1].",
                "Run `kubectl -n payments rollout restart deployment/<name>` [1].",
                "The deployment is `payments-api` [1].",
                "Backups go to s3.backup.example.com [1].",
                "It uses pgBackRest 2.51.0 [1].",
                "Ask Anna for help [1].",
                "Step 2: look at the port [1].",
                "Порт сервиса — 9443 [2].",
                "Подождите 10 мин [2].",
                "Спросите Марию [2].",
                "It listens on 8443 [1] or 9443 [2].",
                "Both ports are 8443 and 9443 [1][2].",
                "All of this is easy [1].",
                "Restart it [1]:\n\n```bash\n# the deployment\nkubectl -n payments rollout restart deployment/payments-api\n```",
            })
    void letsThroughWhatTheSourceSays(String answer) {
        assertThat(gate().ended(answer).unsupported()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It listens on port 8444 [1].",
                "It listens on port 8443 [2].",
                "The alert KubePodNotReady fires [1].",
                "It fires after 15 seconds [1].",
                "The timeout is 30 minutes [1].",
                "Memory is limited to 512 GB [1].",
                "The goal is 99.99% [1].",
                "It keeps 5 replicas [1].",
                "Run `kubectl delete deployment payments-api` [1].",
                "Run `kubectl -n payments rollout restart deployment/billing-api` [1].",
                "The deployment is `payments` in `billing-api` [1].",
                "Backups go to s4.backup.example.com [1].",
                "It uses pgBackRest 2.51.1 [1].",
                "It uses pgBackRest v2.5 [1].",
                "Ask Boris for help [1].",
                "Look into /etc/payments/config.yaml [1].",
                "Set PAYMENTS_URL before [1].",
                "Порт сервиса — 9444 [2].",
                "Порт сервиса — 8443 [2].",
                "Подождите 10 секунд [2].",
                "Спросите Ольгу [2].",
                "Перезапустите сервис в Nomad [2].",
                "It listens on port 8443.\n\nThe rest is elsewhere [2].",
            })
    void namesASentenceThatItsSourceDoesNotBearOut(String answer) {
        Gated gated = gate().ended(answer);
        assertThat(gated.unsupported()).hasSize(1);
        assertThat(gated.markdown()).contains(gated.unsupported().getFirst());
    }

    @Test
    void namesOnlyTheBadLineOfCode() {
        Gated gated =
                gate().ended(
                                "Restart it [1]:\n\n```bash\nkubectl -n payments rollout restart deployment/payments-api\nrm -rf /var/lib/payments\n```");
        assertThat(gated.unsupported()).containsExactly("rm -rf /var/lib/payments");
    }

    @Test
    void withoutAnyCitationEveryClaimIsUnsupported() {
        Gated gated =
                gate().ended(
                                "# Restart\n\nHere is how:\n\nRestart the deployment and wait. Is that all? It is easy to do.");
        assertThat(gated.sources()).isEmpty();
        assertThat(gated.unsupported())
                .containsExactly("Restart the deployment and wait.", "It is easy to do.");
    }

    @Test
    void citesOnlyWhatIsUsedInOrderOfFirstUse() {
        Gated gated = gate().ended("Порт 9443 [2]. It listens on 8443 [1]. Nothing [7].");
        assertThat(gated.markdown()).isEqualTo("Порт 9443 [1]. It listens on 8443 [2]. Nothing.");
        assertThat(gated.sources())
                .extracting(source -> source.passage().text())
                .containsExactly(GIVEN.get(1).text(), RUNBOOK);
    }

    @Test
    void narrowsACitationToTheLinesThatBearItOut() {
        Passage passage = TestingPassages.passage("a.md", 101, RUNBOOK);
        Gated gated =
                new CitationGate(List.of(passage))
                        .ended("Backups go to s3.backup.example.com with pgBackRest [1].");
        assertThat(gated.sources().getFirst().lines()).isEqualTo(new LineRange(111, 111));
    }

    @Test
    void quotesCodeWithItsWholeBlock() {
        Passage passage = TestingPassages.passage("a.md", 1, RUNBOOK);
        Gated gated =
                new CitationGate(List.of(passage))
                        .ended(
                                "Watch `kubectl -n payments rollout status deployment/payments-api` [1].");
        assertThat(gated.sources().getFirst().lines()).isEqualTo(new LineRange(5, 8));
    }

    @Test
    void citesTheWholePassageWhereNoFewLinesStandOut() {
        Passage passage = TestingPassages.passage("a.md", 7, RUNBOOK);
        Gated gated = new CitationGate(List.of(passage)).ended("All of it is described there [1].");
        assertThat(gated.sources().getFirst().lines()).isEqualTo(passage.lines());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NO_ANSWER",
                " NO_ANSWER\n",
                "**NO_ANSWER**",
                "`NO_ANSWER`.",
                "\"NO_ANSWER\"",
                "NO\\_ANSWER",
                "NO ANSWER",
                "no_answer",
                "Answer: NO_ANSWER",
                "NO_ANSWER\n\nThe passages do not say that [1].",
                "Фрагменты этого не содержат. NO_ANSWER",
            })
    void saysNothingWhereTheModelAbstains(String answer) {
        Gated gated = gate().ended(answer);
        assertThat(gated.abstained()).isTrue();
        assertThat(gated.markdown()).isEmpty();
        assertThat(gated.sources()).isEmpty();
        assertThat(gated.unsupported()).isEmpty();
    }

    @Test
    void dropsTheWordWhereSomethingCitedStandsBeforeIt() {
        Gated gated = gate().ended("It listens on port 8443 [1]. NO_ANSWER");
        assertThat(gated.abstained()).isFalse();
        assertThat(gated.markdown()).isEqualTo("It listens on port 8443 [1].");
    }

    @Test
    void neverShowsABeginningOfTheAbstention() {
        for (String answer :
                List.of("NO_ANSWER", "**NO_ANSWER**", "`NO_ANSWER`", " \"no_answer\"")) {
            for (int end = 0; end <= answer.length(); end++) {
                assertThat(gate().growing(answer.substring(0, end)).markdown()).isEmpty();
            }
        }
    }

    @Test
    void showsAWordThatOnlyBeganLikeTheAbstention() {
        assertThat(gate().growing("Now").markdown()).isEqualTo("Now");
        assertThat(gate().growing("No").markdown()).isEmpty();
        assertThat(gate().growing("No, it listens on 8443 [1] and ").markdown())
                .isEqualTo("No, it listens on 8443 [1] and");
    }

    @Test
    void doesNotJudgeTheSentenceThatIsStillGrowing() {
        CitationGate gate = gate();
        assertThat(gate.growing("It listens on port 8444").unsupported()).isEmpty();
        assertThat(gate.growing("It listens on port 8444 [1]. And").unsupported())
                .containsExactly("It listens on port 8444 [1].");
    }

    @Test
    void everySnapshotHasASourceForEveryMarker() {
        String answer = "A [2]. B [1, 9]. C `x[3]` 【2】.\n\n```\ny[8]\n```\nD [^1] [4-6] E [12].";
        CitationGate gate = gate();
        for (int end = 0; end <= answer.length(); end++) {
            Gated gated = gate.growing(answer.substring(0, end));
            long used =
                    Sentences.MARKER
                            .matcher(gated.markdown().replaceAll("(?s)```.*?(```|\\z)|`[^`]*`", ""))
                            .results()
                            .map(found -> Integer.valueOf(found.group(1)))
                            .distinct()
                            .peek(marker -> assertThat(marker).isBetween(1, gated.sources().size()))
                            .count();
            assertThat(used).isEqualTo(gated.sources().size());
        }
    }

    private static CitationGate gate() {
        return new CitationGate(GIVEN);
    }
}
