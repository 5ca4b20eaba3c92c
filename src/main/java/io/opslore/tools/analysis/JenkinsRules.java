package io.opslore.tools.analysis;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** Jenkinsfiles, by their lines. */
final class JenkinsRules {

    private static final Pattern STAGE = Pattern.compile("\\bstage\\s*\\(\\s*['\"]([^'\"]{1,80})");
    private static final Pattern LIBRARY =
            Pattern.compile("@Library\\s*\\(\\s*\\[?\\s*['\"]([^'\"@]+)(@[^'\"]+)?['\"]");
    private static final Pattern IMAGE =
            Pattern.compile("\\bimage\\s*(?:\\(|:)?\\s*['\"]([^'\"]+)['\"]");
    private static final Pattern INTERPOLATED =
            Pattern.compile(
                    "\\b(?:sh|bat|powershell)\\b[^\"']*\"{1,3}[^\"]*\\$\\{?(?:env\\.)?\\w*"
                            + "(?i:password|passwd|secret|token|api_?key|credential)\\w*");
    private static final Pattern UNCHECKED =
            Pattern.compile(
                    "curl\\b[^|;&]*\\s(?:-k|--insecure)\\b|--no-check-certificate"
                            + "|sslVerify\\s*[=:]?\\s*false");

    private final Report report;

    JenkinsRules(Report report) {
        this.report = report;
    }

    void look(String text) {
        boolean timeout = false;
        int pipeline = 0;
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (line.strip().startsWith("//")) {
                continue;
            }
            timeout |= line.contains("timeout(") || line.contains("timeout (");
            pipeline = pipeline == 0 && line.contains("pipeline {") ? number : pipeline;
            line(line, number);
        }
        if (!timeout) {
            report.note(
                    "jenkins-no-timeout",
                    Math.max(1, pipeline),
                    "The pipeline may run for ever",
                    "Add options { timeout(time: 1, unit: 'HOURS') }.");
        }
    }

    private void line(String line, int number) {
        Matcher stage = STAGE.matcher(line);
        if (stage.find()) {
            report.holds("stage " + stage.group(1));
        }
        Matcher library = LIBRARY.matcher(line);
        if (library.find() && library.group(2) == null) {
            report.warn(
                    "jenkins-library-floats",
                    number,
                    "Library %s has no version".formatted(library.group(1)),
                    "Name a tag: @Library('%s@1.2.3').".formatted(library.group(1)));
        }
        Matcher image = IMAGE.matcher(line);
        if (image.find()) {
            Images.look(report, "jenkins", image.group(1), number);
        }
        if (INTERPOLATED.matcher(line).find()) {
            report.error(
                    "jenkins-secret-interpolated",
                    number,
                    "Groovy puts a secret into the command line, where others can see it",
                    "Use single quotes and let the shell expand the variable.");
        }
        if (UNCHECKED.matcher(line).find()) {
            report.warn(
                    "jenkins-no-tls-check",
                    number,
                    "The server's certificate is not checked",
                    "Install the certificate authority instead.");
        }
    }
}
