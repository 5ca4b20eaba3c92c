package io.opslore.assistant;

import io.opslore.models.ModelTask;
import io.opslore.retrieval.Passage;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Judges by its signs what a question is about. What is pasted decides at once: a stack trace or
 * log lines, then code. Else words and the kinds of the best passages are counted. No model is
 * asked, and the same question with the same passages is always judged alike.
 */
final class TaskSigns {

    private static final int BEST = 3;
    private static final double PASSAGE = 0.34;

    private static final Pattern TRACE =
            pattern(
                    "^\\s*at [\\w.$<>/]+\\([^)]*\\)|Traceback \\(most recent|^Caused by: "
                            + "|^\\s*File \".+\", line \\d+|^panic: |^goroutine \\d+"
                            + "|\\b\\w+(\\.\\w+)+(Exception|Error)\\b");

    private static final Pattern LOG_LINE =
            Pattern.compile(
                    "\\d{2}:\\d{2}:\\d{2}\\S* .*\\b(TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\\b"
                            + "|\\[(error|warn|warning|crit|alert|emerg)\\]"
                            + "|\\blevel=(debug|info|warn|error|fatal)\\b"
                            + "|^[A-Z][a-z]{2} [ \\d]\\d \\d{2}:\\d{2}:\\d{2} \\S+ \\S+\\[\\d+\\]:",
                    Pattern.MULTILINE);

    private static final Pattern CODE_TEXT =
            pattern(
                    "^```|^diff --git |^@@ -\\d+|^#!/|^\\s*(public|private|def|func|fn|import|"
                            + "select|apiVersion:) ?\\S.*[;:{(*]|\\bselect\\b.+\\bfrom\\b.+\\bwhere\\b");

    private static final Map<ModelTask, Pattern> WORDS =
            Map.of(
                    ModelTask.LOGS,
                    words(
                            "logs?|errors?|exceptions?|crash\\w*|fail\\w*|time(d|s)? ?outs?|timeouts?"
                                    + "|stack ?trace|root cause|outage|oom\\w*|segfault|restarts? itself"
                                    + "|лог(и|ов|ах|ам|е|а)?|ошибк\\w*|исключени\\w*|пада\\w+|упал\\w*|сбо[йяеи]\\w*"
                                    + "|таймаут\\w*|авари\\w*|первопричин\\w*|зависа\\w*|завис"),
                    ModelTask.CODE,
                    words(
                            "code|scripts?|functions?|class|methods?|regex\\w*|regular expression"
                                    + "|sql|quer(y|ies)|refactor\\w*|review|rewrite|implement\\w*|compil\\w+"
                                    + "|unit tests?|dockerfile|bash|python|java|golang|yaml|manifest|snippet|patch"
                                    + "|код(а|у|ом|е)?|скрипт\\w*|функци\\w*|класс(а|е|ом)?|метод(а|е|ом)?|регуляр\\w*"
                                    + "|рефактор\\w*|ревью|перепиши\\w*|реализу\\w*|скомпил\\w*|юнит-?тест\\w*|манифест\\w*"),
                    ModelTask.GENERAL,
                    words(
                            "translate|summari[sz]e|summary|rephrase|e-?mail|letter|announcement|brainstorm"
                                    + "|hello|hi|thanks|thank you"
                                    + "|перевед\\w*|перескаж\\w*|письм\\w*|объявлени\\w*|сформулир\\w*|кратко|привет|спасибо"
                                    + "|здравствуй\\w*"),
                    ModelTask.DOCUMENTATION,
                    words(
                            "where|who|when|how (do|to|can|does|often|long|many|much)|what is|what are|which|guide"
                                    + "|docs?|documentation|policy|procedure|runbook"
                                    + "|где|кто|когда|куда|как|какой|какая|какие|какое|каков\\w*|сколько|что такое"
                                    + "|документ\\w*|инструкци\\w*|регламент\\w*|порядок"));

    private static final Pattern WHY = words("why|почему|отчего|из-за чего");

    private static final Set<String> CODE_FILES =
            Set.of(
                    "java",
                    "kt",
                    "py",
                    "sh",
                    "sql",
                    "go",
                    "js",
                    "ts",
                    "rs",
                    "c",
                    "cpp",
                    "cs",
                    "rb",
                    "tf",
                    "gradle",
                    "ps1",
                    "dockerfile",
                    "makefile",
                    "diff",
                    "patch");

    private TaskSigns() {}

    /**
     * @param passages what was found for it, the best first
     */
    static ModelTask of(String question, List<Passage> passages) {
        if (TRACE.matcher(question).find() || LOG_LINE.matcher(question).find()) {
            return ModelTask.LOGS;
        }
        if (CODE_TEXT.matcher(question).find()) {
            return ModelTask.CODE;
        }
        Map<ModelTask, Double> signs = said(question);
        passages.stream()
                .limit(BEST)
                .forEach(passage ->
                        signs.merge(kind(passage.document().path()), PASSAGE, Double::sum));
        return strongest(signs);
    }

    private static Map<ModelTask, Double> said(String question) {
        Map<ModelTask, Double> signs = new EnumMap<>(ModelTask.class);
        WORDS.forEach((task, words) -> signs.put(task, (double) count(words, question)));
        // However often it is asked where, it is one question.
        signs.compute(ModelTask.DOCUMENTATION, (task, count) -> Math.min(1, found(count)));
        signs.merge(ModelTask.LOGS, WHY.matcher(question).find() ? 0.5 : 0, Double::sum);
        // Who wants a text wants it whatever it is about.
        signs.compute(ModelTask.GENERAL, (task, count) -> 2 * found(count));
        return signs;
    }

    /** Of equals the one that costs least where it is the wrong one. */
    private static ModelTask strongest(Map<ModelTask, Double> signs) {
        ModelTask strongest = ModelTask.GENERAL;
        double most = 0;
        for (ModelTask task : ModelTask.SPEAKING) {
            double count = found(signs.get(task));
            if (count > most) {
                strongest = task;
                most = count;
            }
        }
        return strongest;
    }

    private static double found(@Nullable Double count) {
        return count == null ? 0 : count;
    }

    private static ModelTask kind(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (ending.equals("log")) {
            return ModelTask.LOGS;
        }
        return CODE_FILES.contains(ending) ? ModelTask.CODE : ModelTask.DOCUMENTATION;
    }

    private static int count(Pattern words, String text) {
        return (int) words.matcher(text).results().count();
    }

    private static Pattern words(String alternatives) {
        return pattern("(?<![\\p{L}\\p{N}_])(" + alternatives + ")(?![\\p{L}\\p{N}_])");
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(
                regex,
                Pattern.MULTILINE
                        | Pattern.CASE_INSENSITIVE
                        | Pattern.UNICODE_CASE
                        | Pattern.UNICODE_CHARACTER_CLASS);
    }
}
