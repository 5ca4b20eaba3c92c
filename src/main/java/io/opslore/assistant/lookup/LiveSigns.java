package io.opslore.assistant.lookup;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Signs of a question that want the state of things as it is now, and of which. Where there is
 * none, no time is spent on tools.
 */
public final class LiveSigns {

    private static final Map<String, Pattern> SERVERS =
            Map.of(
                    "k8s",
                    words(
                            "k8s|kubernetes|kubectl|clusters?|namespaces?|pods?|deployments?|statefulsets?|daemonsets?"
                                    + "|replicasets?|ingress(?:es)?|configmaps?|crashloop\\w*|oom\\w*|imagepull\\w*|rollouts?|helm"
                                    + "|кластер\\w*|неймспейс\\w*|под|пода|поде|поды|подов|подам|подах|деплоймент\\w*|кубернетес\\w*"),
                    "swarm",
                    words(
                            "swarm|stacks?|docker|services?|replicas?|compose|rollouts?|tasks?"
                                    + "|стек\\w*|сервис\\w*|докер\\w*|реплик\\w*|задач\\w*"),
                    "git",
                    words(
                            "git|gitea|repo|repos|repository|repositories|commits?|branch(?:es)?|tags?|diffs?|blame|merged?"
                                    + "|pull requests?|prs?|issues?|pipelines?|workflows?|actions|manifests?|terraform|jenkinsfile|helm"
                                    + "|who changed|репозитори\\w*|коммит\\w*|ветк\\w*|ветв\\w*|дифф\\w*|пайплайн\\w*|манифест\\w*"
                                    + "|кто (?:поменял|изменил|менял)"),
                    "logs",
                    words(
                            "logs?|loki|logql|errors?|exceptions?|stack ?traces?|error rate|tail"
                                    + "|лог|лога|логе|логи|логов|логах|журнал\\w*|ошиб\\w*|исключени\\w*"));

    /** What is so at this moment, or was a moment ago. */
    private static final Pattern NOW =
            words(
                    "now|currently|right now|today|running|failing|failed|crash\\w*|restart\\w*|pending|unhealthy|down|status|state"
                            + "|last|latest|recent\\w*|why is|why are|how many|which|list|show|analy[sz]e|summari[sz]e|review|compare"
                            + "|сейчас|теперь|сегодня|запущен\\w*|работает|падает|упал\\w*|перезапус\\w*|состояни\\w*|статус\\w*"
                            + "|последн\\w*|недавн\\w*|почему|сколько|какие|покажи\\w*|проанализируй\\w*|сравни\\w*|проверь\\w*");

    private LiveSigns() {}

    /**
     * The servers whose tools may help.
     *
     * @param sources ids and names of what could be looked into: naming one is a sign by itself
     * @return server of each tool name, such as {@code k8s}; empty where documents are to answer
     */
    public static Set<String> of(String question, Map<String, Set<String>> sources) {
        Set<String> servers = new TreeSet<>();
        sources.forEach((server, names) -> {
            if (names.stream().anyMatch(name -> names(question, name))) {
                servers.add(server);
            }
        });
        if (NOW.matcher(question).find()) {
            SERVERS.forEach((server, signs) -> {
                if (sources.containsKey(server) && signs.matcher(question).find()) {
                    servers.add(server);
                }
            });
        }
        return servers;
    }

    private static boolean names(String question, String name) {
        return name.length() > 2 && words(Pattern.quote(name)).matcher(question).find();
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}_])(?:" + alternatives + ")(?![\\p{L}\\p{N}_])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }
}
