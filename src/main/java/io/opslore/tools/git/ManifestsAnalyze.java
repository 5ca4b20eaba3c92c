package io.opslore.tools.git;

import io.opslore.connections.git.CommitId;
import io.opslore.connections.git.GitFile;
import io.opslore.connections.git.TreeEntry;
import io.opslore.guard.MaskedSecret;
import io.opslore.identity.Asker;
import io.opslore.tools.Found;
import io.opslore.tools.Paged;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import io.opslore.tools.analysis.Analysis;
import io.opslore.tools.analysis.Finding;
import io.opslore.tools.analysis.Manifests;
import io.opslore.tools.analysis.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a repository's manifests, charts and pipelines hold, and what asks for trouble. */
@Component
class ManifestsAnalyze implements GitTool {

    private static final int MOST_FILES = 400;
    private static final long LARGEST = 512 * 1024;
    private static final int NAMED = 60;

    private static final List<String> TYPES =
            Stream.of(Manifests.Type.values()).map(type -> lower(type)).toList();

    private static final ToolInfo INFO =
            new ToolInfo(
                    "git_manifests_analyze",
                    "Check manifests and pipelines",
                    "Looks through Kubernetes manifests, Helm charts, Terraform, Jenkinsfiles,"
                            + " Actions workflows, Compose files and Dockerfiles at a commit. The"
                            + " first row says what there is; each other is a finding with rule,"
                            + " severity, file, line and what to do, the worst first. Nothing is"
                            + " rendered or run.",
                    OpenedRepositories.parameters(
                            ToolParameter.text("ref", "Branch, tag or commit; the default branch")
                                    .optional(),
                            ToolParameter.text("path", "Only this file or folder").optional(),
                            ToolParameter.choice("type", "Only these", TYPES),
                            ToolParameter.choice(
                                    "severity",
                                    "Only these and worse; warning if left out",
                                    List.of("error", "warning", "info")),
                            ToolParameter.cursor()));

    private final OpenedRepositories repositories;

    ManifestsAnalyze(OpenedRepositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public ToolInfo info() {
        return INFO;
    }

    @Override
    public Found find(ToolArguments arguments, Asker asker) {
        return repositories.read(
                arguments,
                asker,
                opened -> {
                    CommitId commit = opened.commit(arguments, "ref");
                    List<TreeEntry> files = files(opened, commit, arguments);
                    List<Analysis> analyses = new ArrayList<>();
                    files.stream()
                            .limit(MOST_FILES)
                            .forEach(file -> look(opened, commit, file, arguments, analyses));
                    List<Finding> findings = findings(analyses, arguments);
                    return new Found(
                            opened.name(),
                            commit.value(),
                            rows(analyses, findings, arguments),
                            false,
                            files.size() > MOST_FILES
                                    ? "Only the first %d files were looked at: give a path."
                                            .formatted(MOST_FILES)
                                    : "Give path, type or severity to see other findings.");
                });
    }

    private static List<TreeEntry> files(Opened opened, CommitId commit, ToolArguments arguments) {
        String path = arguments.find("path").orElse("").replaceFirst("^(\\./|/)+", "");
        String below = path.isEmpty() || path.endsWith("/") ? path : path + "/";
        return opened.repository().files(commit).stream()
                .filter(file -> file.path().equals(path) || file.path().startsWith(below))
                .filter(file -> file.bytes() <= LARGEST)
                .filter(file -> Manifests.byName(file.path()).isPresent())
                .toList();
    }

    private static void look(
            Opened opened,
            CommitId commit,
            TreeEntry entry,
            ToolArguments arguments,
            List<Analysis> analyses) {
        GitFile file = opened.repository().file(commit, entry.path(), LARGEST);
        if (!file.isBinary() && !file.isPointer()) {
            Manifests.analyze(file.path(), opened.sight().of(file))
                    .filter(one ->
                            arguments
                                    .find("type")
                                    .orElse(lower(one.type()))
                                    .equals(lower(one.type())))
                    .map(one -> withSecrets(one, opened.secrets().in(file)))
                    .ifPresent(analyses::add);
        }
    }

    private static Analysis withSecrets(Analysis analysis, List<MaskedSecret> secrets) {
        List<Finding> findings = new ArrayList<>(analysis.findings());
        secrets.forEach(secret ->
                findings.add(
                        new Finding(
                                "secret-in-text",
                                Severity.ERROR,
                                analysis.path(),
                                secret.line(),
                                "Looks like a secret in plain text (%s)".formatted(secret.kind()),
                                "Take it out, rotate it, and keep it in a vault or a Secret that is not"
                                        + " in Git.")));
        return new Analysis(analysis.path(), analysis.type(), analysis.contents(), findings);
    }

    private static List<Finding> findings(List<Analysis> analyses, ToolArguments arguments) {
        Severity least =
                Severity.valueOf(
                        arguments.find("severity").orElse("warning").toUpperCase(Locale.ROOT));
        return analyses.stream()
                .flatMap(analysis -> analysis.findings().stream())
                .filter(finding -> finding.severity().compareTo(least) <= 0)
                .sorted(
                        Comparator.comparing(Finding::severity)
                                .thenComparing(Finding::path)
                                .thenComparing(Finding::line))
                .toList();
    }

    private static List<Found.Item> rows(
            List<Analysis> analyses, List<Finding> findings, ToolArguments arguments) {
        List<Found.Item> rows = new ArrayList<>();
        if (Paged.position(arguments) == 0) {
            rows.add(new Found.Item(summary(analyses), "0"));
        }
        rows.addAll(Paged.of(findings, ManifestsAnalyze::fields, arguments).items());
        return rows;
    }

    private static Map<String, ?> summary(List<Analysis> analyses) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("files", analyses.size());
        fields.put(
                "types",
                counted(analyses.stream().map(analysis -> lower(analysis.type())).toList()));
        fields.put(
                "findings",
                counted(
                        analyses.stream()
                                .flatMap(analysis -> analysis.findings().stream())
                                .map(finding -> lower(finding.severity()))
                                .toList()));
        fields.put(
                "holds",
                analyses.stream()
                        .limit(NAMED)
                        .map(one ->
                                Lines.cut(one.path() + ": " + String.join(", ", one.contents())))
                        .toList());
        return fields;
    }

    private static Map<String, Long> counted(List<String> names) {
        return names.stream()
                .collect(
                        Collectors.groupingBy(
                                name -> name, LinkedHashMap::new, Collectors.counting()));
    }

    private static Map<String, ?> fields(Finding finding) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("severity", lower(finding.severity()));
        fields.put("rule", finding.rule());
        fields.put("path", finding.path());
        fields.put("line", finding.line());
        fields.put("message", Lines.cut(finding.message()));
        fields.put("advice", finding.advice());
        return fields;
    }

    private static String lower(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
