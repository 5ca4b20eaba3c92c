package io.opslore.assistant.quick;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.assistant.lookup.PlannedCall;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FillingTests {

    private static final String PROMPT = "Why is {pod} in {namespace} failing?";
    private static final QuickTask TASK =
            new QuickTask(
                    "pod-failing",
                    true,
                    true,
                    null,
                    null,
                    null,
                    List.of("k8s_pod_logs"),
                    List.of(
                            new PlannedCall(
                                    "k8s_workload_diagnose",
                                    Map.of(
                                            "source", "{source}",
                                            "name", "{pod}",
                                            "namespace", "{namespace}",
                                            "tail", 20))),
                    null);

    @Test
    void fillsPromptAndArgumentsAndLeavesOutWhatIsEmpty() {
        Filling filling =
                Filling.of(
                        TASK, PROMPT, Map.of("pod", " api-1 ", "namespace", "shop", "source", ""));

        assertThat(filling.question()).isEqualTo("Why is api-1 in shop failing?");
        assertThat(filling.lookups().calls())
                .containsExactly(
                        new PlannedCall(
                                "k8s_workload_diagnose",
                                Map.of("name", "api-1", "namespace", "shop", "tail", 20)));
        assertThat(filling.lookups().tools()).containsExactly("k8s_pod_logs");
    }

    @Test
    void asksForTheSourceFirst() {
        assertThat(TASK.blanks(PROMPT))
                .startsWith("source")
                .containsExactlyInAnyOrder("source", "pod", "namespace");
    }

    @Test
    void isOfferedWhereOneOfItsToolsIs() {
        assertThat(TASK.fits(Set.of("k8s_pod_logs"))).isTrue();
        assertThat(TASK.fits(Set.of("k8s_workload_diagnose"))).isTrue();
        assertThat(TASK.fits(Set.of("git_diff_get"))).isFalse();
        assertThat(
                        new QuickTask("a", true, true, null, null, null, List.of(), List.of(), null)
                                .fits(Set.of()))
                .isTrue();
    }
}
