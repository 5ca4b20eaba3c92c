package io.opslore.tools.analysis;

import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Map;

/** Helm charts: what Chart.yaml, the values and the templates say, nothing of it rendered. */
final class HelmRules {

    private static final Pattern EXACT = Pattern.compile("v?\\d+\\.\\d+\\.\\d+\\S*");
    private static final int DEEPEST = 12;

    private final Report report;

    HelmRules(Report report) {
        this.report = report;
    }

    void look(String path, String text) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (name.startsWith("chart.")) {
            YamlText.read(text, report).forEach(this::chart);
        } else if (name.startsWith("values")) {
            report.holds("values");
            YamlText.read(text, report).forEach(values -> values(values, 0));
        } else {
            var rules = new KubernetesRules(report);
            // What cannot be read without rendering is passed over: it may well be right.
            YamlText.read(
                            HelmTemplate.asYaml(text),
                            line -> report.holds("not readable from line " + line))
                    .forEach(rules::object);
        }
    }

    private void chart(YamlValue chart) {
        report.holds(
                "chart %s %s".formatted(chart.get("name").text(), chart.get("version").text()));
        if (chart.get("apiVersion").is("v1")) {
            report.note(
                    "helm-chart-v1",
                    chart.get("apiVersion").line(),
                    "The chart is written for Helm 2",
                    "Set apiVersion: v2 and move requirements.yaml into dependencies.");
        }
        for (YamlValue needed : chart.get("dependencies").items()) {
            report.holds("needs " + needed.get("name").text());
            if (!EXACT.matcher(needed.get("version").text()).matches()) {
                report.warn(
                        "helm-dependency-floats",
                        needed.line(),
                        "Dependency %s has no exact version".formatted(needed.get("name").text()),
                        "Name one version, and commit Chart.lock.");
            }
        }
    }

    /** Values have no schema: their names are what is known of them. */
    private void values(YamlValue at, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        for (Map.Entry<String, YamlValue> entry : at.entries().entrySet()) {
            YamlValue value = entry.getValue();
            switch (entry.getKey()) {
                case "tag" -> tag(value);
                case "image" -> image(value, at);
                case "privileged", "hostNetwork", "hostPID" -> mighty(entry.getKey(), value);
                default -> {
                    // Only these names mean the same in every chart.
                }
            }
            values(value, depth + 1);
        }
        at.items().forEach(item -> values(item, depth + 1));
    }

    private void image(YamlValue image, YamlValue beside) {
        if (!beside.entries().containsKey("tag")) {
            Images.look(report, "helm", image.text(), image.line());
        }
    }

    private void tag(YamlValue tag) {
        if (tag.is("latest")) {
            report.warn(
                    "helm-image-latest",
                    tag.line(),
                    "The default tag is latest",
                    "Name a version, or leave it empty and use appVersion.");
        }
    }

    private void mighty(String name, YamlValue value) {
        if (value.is("true")) {
            report.warn(
                    "helm-mighty-default",
                    value.line(),
                    name + " is on by default",
                    "Turn it off and let those who need it turn it on.");
        }
    }
}
