package io.opslore.tools.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.tools.ToolFailure;
import io.opslore.tools.ToolFailure.Code;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTests {

    @Test
    void readsWhatIsWrittenAsToKubectl() {
        assertThat(Query.of("kubectl get pods -n shop -l 'app=web,tier!=db' -o wide"))
                .isEqualTo(
                        new Query(
                                "k8s_resources_list",
                                Map.of(
                                        "kind", "pods",
                                        "namespace", "shop",
                                        "labelSelector", "app=web,tier!=db",
                                        "wide", true)));
        assertThat(Query.of("get po -A --field-selector=status.phase=Pending -oname"))
                .isEqualTo(
                        new Query(
                                "k8s_resources_list",
                                Map.of(
                                        "kind", "po",
                                        "fieldSelector", "status.phase=Pending",
                                        "namesOnly", true)));
        assertThat(Query.of("get deploy/api -nshop -o=yaml"))
                .isEqualTo(
                        new Query(
                                "k8s_resource_get",
                                Map.of(
                                        "kind", "deploy",
                                        "name", "api",
                                        "namespace", "shop",
                                        "view", "yaml")));
        assertThat(Query.of("logs pod/api-1 -c main -p --tail 50 --since=2h -n shop"))
                .isEqualTo(
                        new Query(
                                "k8s_pod_logs",
                                Map.of(
                                        "pod", "api-1",
                                        "container", "main",
                                        "previous", true,
                                        "tail", 50,
                                        "since", "2h",
                                        "namespace", "shop")));
        assertThat(Query.of("describe deployment api --namespace shop").tool())
                .isEqualTo("k8s_workload_diagnose");
        assertThat(Query.of("describe node n1").tool()).isEqualTo("k8s_resource_get");
        assertThat(Query.of("top nodes --sort-by=memory"))
                .isEqualTo(new Query("k8s_top_list", Map.of("kind", "nodes", "sort", "memory")));
        assertThat(Query.of("events --for pod/api-1 -n shop").arguments())
                .containsEntry("kind", "pod")
                .containsEntry("name", "api-1");
        assertThat(Query.of("rollout history sts/db -n shop").tool()).isEqualTo("k8s_rollout_get");
        assertThat(Query.of("api-resources").tool()).isEqualTo("k8s_apis_list");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exec api-1 -- sh",
                "delete pod api-1",
                "apply -f x.yaml",
                "edit deploy api",
                "scale deploy api --replicas=0",
                "rollout undo deploy/api",
                "rollout restart deploy/api",
                "get --raw /api/v1/secrets",
                "get secret db -o jsonpath=x",
                "get secret db -o go-template=x",
                "get secret db -o custom-columns=A:.data",
                "get pods -o yaml",
                "get pods,secrets",
                "get pods -w",
                "get pods --as=admin",
                "get pods --kubeconfig=x",
                "get pods --context=other",
                "get pods --server=https://example.org",
                "get pods; id",
                "get pods | sh",
                "get pods && id",
                "get pods > /tmp/x",
                "get pods $(id)",
                "get pods `id`",
                "get pods\nid",
                "logs -f api-1",
                "logs deploy/api",
                "cp a b",
                "../kubectl get pods",
                "config view",
                "get",
                "kubectl"
            })
    void refusesEverythingElse(String command) {
        assertThatThrownBy(() -> Query.of(command))
                .asInstanceOf(InstanceOfAssertFactories.type(ToolFailure.class))
                .satisfies(failure -> {
                    assertThat(failure.code()).isEqualTo(Code.UNSUPPORTED);
                    assertThat(failure.suggestion()).contains("only reads");
                });
    }
}
