package io.opslore.tools.analysis;

import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Optional;

/** Looks at the texts of files, each by what its name and beginning say that it is. */
public final class Manifests {

    private static final int LARGEST = 512 * 1024;

    private static final Pattern WORKFLOW =
            Pattern.compile("(?:.*/)?\\.(?:github|gitea|forgejo)/workflows/[^/]+\\.ya?ml");
    private static final Pattern COMPOSE =
            Pattern.compile("(?:.*/)?(?:docker-)?(?:compose|stack)[^/]*\\.ya?ml");
    private static final Pattern DOCKERFILE =
            Pattern.compile(
                    "(?:.*/)?(?:(?:dockerfile|containerfile)(?:\\.[^/]+)?|[^/]+\\.dockerfile)");
    private static final Pattern JENKINSFILE =
            Pattern.compile("(?:.*/)?(?:jenkinsfile[^/]*|[^/]+\\.jenkinsfile)");
    private static final Pattern TEMPLATE = Pattern.compile("(?:.*/)?templates/.*\\.ya?ml");
    private static final Pattern CHART = Pattern.compile("(?:.*/)?(?:chart|values[^/]*)\\.ya?ml");

    private Manifests() {}

    /** What a file of that name can be; a YAML file can turn out to be none. */
    public static Optional<Type> byName(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        if (WORKFLOW.matcher(name).matches()) {
            return Optional.of(Type.ACTIONS);
        }
        if (TEMPLATE.matcher(name).matches() || CHART.matcher(name).matches()) {
            return Optional.of(Type.HELM);
        }
        if (COMPOSE.matcher(name).matches()) {
            return Optional.of(Type.COMPOSE);
        }
        if (DOCKERFILE.matcher(name).matches()) {
            return Optional.of(Type.DOCKER);
        }
        if (JENKINSFILE.matcher(name).matches()) {
            return Optional.of(Type.JENKINS);
        }
        if (name.endsWith(".tf")) {
            return Optional.of(Type.TERRAFORM);
        }
        return name.endsWith(".yaml") || name.endsWith(".yml")
                ? Optional.of(Type.K8S)
                : Optional.empty();
    }

    /** Nothing for what is no such file, or too large for one. */
    public static Optional<Analysis> analyze(String path, String text) {
        if (text.length() > LARGEST) {
            return Optional.empty();
        }
        return byName(path)
                .map(type -> type == Type.HELM && isPlain(path, text) ? Type.K8S : type)
                .filter(type -> type != Type.K8S || KubernetesRules.isObject(text))
                .map(type -> look(type, path, text));
    }

    private static Analysis look(Type type, String path, String text) {
        var report = new Report(path);
        switch (type) {
            case K8S -> new KubernetesRules(report).look(text);
            case HELM -> new HelmRules(report).look(path, text);
            case TERRAFORM -> new TerraformRules(report).look(text);
            case JENKINS -> new JenkinsRules(report).look(text);
            case ACTIONS -> new WorkflowRules(report).look(text);
            case COMPOSE -> new ComposeRules(report).look(text);
            case DOCKER -> new DockerfileRules(report).look(text);
        }
        return report.done(type);
    }

    /** Manifests lie in folders named templates without a chart, too. */
    private static boolean isPlain(String path, String text) {
        return TEMPLATE.matcher(path.toLowerCase(Locale.ROOT)).matches() && !text.contains("{{");
    }

    /** What a file is. */
    public enum Type {
        K8S,
        HELM,
        TERRAFORM,
        JENKINS,
        ACTIONS,
        COMPOSE,
        DOCKER
    }
}
