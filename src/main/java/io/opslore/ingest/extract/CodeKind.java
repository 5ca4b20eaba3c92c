package io.opslore.ingest.extract;

import io.opslore.library.DocumentKind;
import io.opslore.library.Format;
import io.opslore.library.RevisionText;
import java.util.regex.Pattern;

/** Tells manifests and pipelines apart, by their names and by their top-level keys. */
final class CodeKind {

    private static final int HEAD = 20_000;

    private static final Pattern PIPELINE_PATH =
            Pattern.compile(
                    "(?i)(.*/)?(\\.(github|gitea|forgejo)/workflows/.*|\\.gitlab-ci[^/]*|\\.gitlab/ci/.*"
                            + "|jenkinsfile[^/]*|azure-pipelines[^/]*|\\.circleci/.*|\\.drone\\.ya?ml"
                            + "|\\.woodpecker.*|bitbucket-pipelines\\.ya?ml|\\.tekton/.*|\\.travis\\.ya?ml"
                            + "|(ci|pipelines?)/.*)");
    private static final Pattern MANIFEST_PATH =
            Pattern.compile(
                    "(?i)(.*/)?((docker-)?compose[^/]*\\.ya?ml|kustomization\\.ya?ml|chart\\.ya?ml"
                            + "|values[^/]*\\.ya?ml|[^/]*\\.tf(vars)?|(manifests?|k8s|kubernetes|helm|charts?)/.*)");

    private static final Pattern PIPELINE_KIND =
            Pattern.compile(
                    "(?m)^apiVersion:\\s*[\"']?tekton\\.dev/|^kind:\\s*[\"']?(Pipeline|PipelineRun|Workflow|CronWorkflow|WorkflowTemplate)\\b");
    private static final Pattern WORKFLOW_JOBS = Pattern.compile("(?m)^jobs:");
    private static final Pattern WORKFLOW_ON = Pattern.compile("(?m)^[\"']?on[\"']?:");
    private static final Pattern STAGES = Pattern.compile("(?m)^(stages|stage|pipeline|steps):");
    private static final Pattern SCRIPT =
            Pattern.compile("(?m)^\\s+(-\\s+)?(script|commands|run):");
    private static final Pattern API = Pattern.compile("(?m)^\\s{0,4}\"?apiVersion\"?:");
    private static final Pattern KIND = Pattern.compile("(?m)^\\s{0,4}\"?kind\"?:");
    private static final Pattern SERVICES = Pattern.compile("(?m)^services:");
    private static final Pattern IMAGE = Pattern.compile("(?m)^\\s+(image|build):");
    private static final Pattern GROOVY = Pattern.compile("(?m)^\\s*pipeline\\s*\\{");

    private CodeKind() {}

    static DocumentKind of(String path, RevisionText text) {
        String head = text.text().substring(0, Math.min(HEAD, text.text().length()));
        boolean data = text.format() == Format.YAML || text.format() == Format.JSON;
        if (PIPELINE_PATH.matcher(path).matches()
                || isPipeline(data, head)
                || text.syntax().equals("groovy") && GROOVY.matcher(head).find()) {
            return DocumentKind.PIPELINE;
        }
        return MANIFEST_PATH.matcher(path).matches() || data && isManifest(head)
                ? DocumentKind.MANIFEST
                : DocumentKind.OTHER;
    }

    private static boolean isPipeline(boolean data, String head) {
        return data
                && (PIPELINE_KIND.matcher(head).find()
                        || both(WORKFLOW_ON, WORKFLOW_JOBS, head)
                        || both(STAGES, SCRIPT, head));
    }

    private static boolean isManifest(String head) {
        return both(API, KIND, head) || both(SERVICES, IMAGE, head);
    }

    private static boolean both(Pattern one, Pattern other, String head) {
        return one.matcher(head).find() && other.matcher(head).find();
    }
}
