package io.opslore.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.opslore.assistant.lookup.Plan;
import io.opslore.assistant.lookup.PlannedCall;
import io.opslore.connections.ConnectionCatalogue;
import io.opslore.connections.ConnectionEdit;
import io.opslore.connections.ConnectionId;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.library.Space;
import io.opslore.library.Spaces;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingLogs;
import io.opslore.testing.TestingSwarm;
import io.opslore.tools.LiveTools.Offer;
import io.opslore.tools.ToolCalls;
import io.opslore.tools.ToolFailure;
import io.opslore.tools.ToolInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Questions as people ask them, with the tool and the arguments that answer them: the tool is among
 * the few that a model is told of, and what a model that knows its trade then says is a call that
 * the tool takes. The servers are not there: that they do not answer is all that may go wrong.
 */
class ScriptedTasksTests extends PortalTest {

    private static final String NOWHERE = "http://127.0.0.1:1";
    private static final String KUBECONFIG =
            """
            apiVersion: v1
            kind: Config
            clusters: [{name: c, cluster: {server: "https://127.0.0.1:1"}}]
            users: [{name: u, user: {token: nobody}}]
            contexts: [{name: x, context: {cluster: c, user: u}}]
            current-context: x
            """;

    @Autowired private Accounts accounts;
    @Autowired private Spaces spaces;
    @Autowired private ConnectionCatalogue connections;
    @Autowired private LookupTools tools;
    @Autowired private ToolCalls calls;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final List<ConnectionId> made = new ArrayList<>();
    private Asker admin;
    private Asker reader;
    private Space space;

    @BeforeEach
    void oneServerOfEachKind() {
        admin = TestingAskers.with(accounts, Role.ADMIN);
        reader = TestingAskers.with(accounts, Role.READER);
        space = spaces.create("Tasks " + run, "", admin);
        connect("kubernetes", Map.of("kubeconfig", KUBECONFIG));
        connect("swarm", Map.of("host", "unix://" + TestingSwarm.socket()));
        connect("git", Map.of("url", NOWHERE + "/team/shop.git"));
        connect("gitea", Map.of("url", NOWHERE));
        connect("loki", Map.of("url", NOWHERE));
        connect("logfiles", Map.of("folder", TestingLogs.folder().toString()));
    }

    @AfterEach
    void disconnect() {
        made.forEach(id -> connections.remove(id, admin));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Why is the pod api-7d9 failing? | k8s_workload_diagnose | {'kind':'pod','name':'api-7d9','namespace':'shop'}",
                "Why is deployment checkout in namespace shop crashing? | k8s_workload_diagnose | {'kind':'deployment','name':'checkout','namespace':'shop'}",
                "Show the last logs of the pod api-7d9 before the crash | k8s_pod_logs | {'pod':'api-7d9','namespace':'shop','previous':true}",
                "Which pods are not running in namespace shop right now? | k8s_resources_list | {'kind':'pods','namespace':'shop'}",
                "List all deployments of the cluster | k8s_resources_list | {'kind':'deployments'}",
                "What events happened in namespace shop recently? | k8s_events_list | {'namespace':'shop'}",
                "Show the warning events of the kubernetes cluster from today | k8s_events_list | {'type':'Warning'}",
                "Which namespaces does the cluster have now? | k8s_namespaces_list | {}",
                "Which kubernetes clusters can you look into, list them | k8s_clusters_list | {}",
                "What is the status of the rollout of deployment web? | k8s_rollout_get | {'kind':'deployment','name':'web','namespace':'shop'}",
                "Show the deployment web as yaml | k8s_resource_get | {'kind':'deployment','name':'web','namespace':'shop','view':'yaml'}",
                "Which keys does the secret db in kubernetes namespace shop have, show them | k8s_secret_keys_get | {'name':'db','namespace':'shop'}",
                "Which pods use the most memory now? | k8s_top_list | {'kind':'pods','sort':'memory'}",
                "Which kinds of objects and apis does the cluster serve now? | k8s_apis_list | {}",
                "Show me kubectl get nodes -o wide | k8s_query_run | {'command':'get nodes -o wide'}",
                "Почему падает под api-7d9? | k8s_workload_diagnose | {'kind':'pod','name':'api-7d9','namespace':'shop'}",
                "Какие поды сейчас не работают в кластере? | k8s_resources_list | {'kind':'pods'}",
                "Покажи логи пода api-7d9 | k8s_pod_logs | {'pod':'api-7d9','namespace':'shop'}",
                "Which stacks run on the swarm now? | swarm_stacks_list | {}",
                "How many replicas of the swarm services are running? | swarm_services_list | {}",
                "Why is the swarm service api restarting, show its tasks | swarm_tasks_list | {'service':'api'}",
                "Show the latest logs of the docker service api | swarm_service_logs | {'service':'api','tail':50}",
                "What is the state of the rollout of the swarm service api? | swarm_rollout_get | {'service':'api'}",
                "Which version of the image does each docker service run now? | swarm_versions_list | {}",
                "List the nodes of the docker swarm | swarm_nodes_list | {}",
                "Show how the docker service api is configured: environment, mounts, ports | swarm_service_get | {'service':'api'}",
                "Rebuild the compose file of the running stack shop, show it | swarm_compose_get | {'stack':'shop'}",
                "Which docker configs do the services use now? | swarm_configs_list | {}",
                "Какие сервисы сейчас запущены в докере? | swarm_services_list | {}",
                "What changed in the repository between v1.0 and v1.1, show the diff | git_diff_get | {'base':'v1.0','head':'v1.1'}",
                "Show the last commits to deploy/ in the repository | git_log_list | {'path':'deploy'}",
                "Who changed line 12 of deploy/web.yaml last, blame it | git_blame_get | {'path':'deploy/web.yaml','firstLine':12,'lastLine':12}",
                "Show the file deploy/web.yaml at tag v1.1 of the repository | git_file_read | {'path':'deploy/web.yaml','ref':'v1.1'}",
                "Which branches and tags does the git repository have, list them | git_refs_list | {}",
                "Show which files are in the folder deploy of the repo | git_tree_list | {'path':'deploy'}",
                "Show where hostNetwork is used in the code of the repository, search for the pattern | git_code_search | {'pattern':'hostNetwork'}",
                "Analyse the manifests of the repository for missing limits | git_manifests_analyze | {'path':'deploy'}",
                "Show commit 4f2a91c with its patch | git_commit_get | {'commit':'4f2a91c','withPatch':true}",
                "Which pull requests are open now in team/shop? | git_pulls_list | {'repo':'team/shop','state':'open'}",
                "Review pull request 12 of team/shop | git_pull_get | {'repo':'team/shop','number':12}",
                "Why did the last workflow run of team/shop fail? Show the runs | git_runs_list | {'repo':'team/shop','status':'failure'}",
                "List the open issues of the repository team/shop | git_issues_list | {'repo':'team/shop'}",
                "Какие последние коммиты в репозитории? | git_log_list | {}",
                "Which errors are in the logs of the last hour? | logs_lines_query | {'query':'{app=`shop`}','filter':'error','since':'1h'}",
                "Summarise the logs: which patterns, how often, show the rate | logs_patterns_get | {'query':'{app=`shop`}','since':'2h'}",
                "Which labels does loki have now? | logs_labels_list | {}",
                "Show the last lines of the log file checkout.log, tail it | logs_file_tail | {'file':'checkout.log','tail':100}",
                "Which sources of logs can be read now, list them | logs_sources_list | {}",
                "How many bytes do the logs of app shop have, show stats of the streams | logs_stats_get | {'selector':'{app=`shop`}'}",
                "Какие ошибки сейчас в логах? | logs_lines_query | {'query':'{app=`shop`}','filter':'error'}"
            })
    void offersTheToolThatAnswersAndTakesTheCall(String question, String tool, String arguments) {
        Offer offer = tools.of(question, LookupWish.NONE, reader);
        assertThat(offer.tools()).extracting(ToolInfo::name).contains(tool);
        assertThat(offer.tools()).hasSizeLessThanOrEqualTo(8);

        PlannedCall call =
                Plan.read(
                                "{\"calls\": [{\"tool\": \"%s\", \"arguments\": %s}]}"
                                        .formatted(tool, arguments.replace('\'', '"')))
                        .getFirst();
        ToolFailure failure = called(with(offer, call));
        assertThat(failure == null ? null : failure.code())
                .as("%s", failure == null ? "" : failure.getMessage())
                .isNotEqualTo(ToolFailure.Code.INVALID_ARGUMENT)
                .isNotEqualTo(ToolFailure.Code.INTERNAL);
    }

    /** What a model does that was told of several sources for one tool. */
    private PlannedCall with(Offer offer, PlannedCall call) {
        ToolInfo tool =
                offer.tools().stream()
                        .filter(one -> one.name().equals(call.tool()))
                        .findFirst()
                        .orElseThrow();
        boolean takesSource =
                tool.parameters().stream().anyMatch(one -> one.name().equals("source"));
        if (!takesSource) {
            return call;
        }
        String kind =
                call.arguments().containsKey("repo")
                        ? "gitea"
                        : call.arguments().containsKey("file") ? "logfiles" : "";
        String source =
                offer.sourcesOf(tool).stream()
                        .filter(one -> kind.isEmpty() || one.kind().equals(kind))
                        .filter(one -> !kind.isEmpty() || !one.kind().equals("gitea"))
                        .filter(one -> one.space().equals(space.id()))
                        .map(one -> one.id().value())
                        .sorted((one, other) ->
                                Boolean.compare(other.startsWith("loki"), one.startsWith("loki")))
                        .findFirst()
                        .orElseThrow();
        Map<String, Object> arguments = new HashMap<>(call.arguments());
        arguments.put("source", source);
        return new PlannedCall(call.tool(), arguments);
    }

    private ToolFailure called(PlannedCall call) {
        return catchThrowableOfType(
                ToolFailure.class, () -> calls.call(call.tool(), call.arguments(), reader));
    }

    private void connect(String kind, Map<String, String> values) {
        var id = new ConnectionId(kind + "-" + run);
        connections.save(
                new ConnectionEdit(id, kind + " of " + run, kind, space.id(), values), admin);
        made.add(id);
    }
}
