package io.opslore.tools.analysis;

import java.util.ArrayList;
import java.util.List;

/** Collects what is found in one file. Not thread-safe. */
final class Report {

    private static final int MOST = 500;

    private final String path;
    private final List<String> contents = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    Report(String path) {
        this.path = path;
    }

    void holds(String what) {
        if (contents.size() < MOST) {
            contents.add(what);
        }
    }

    void error(String rule, int line, String message, String advice) {
        add(rule, Severity.ERROR, line, message, advice);
    }

    void warn(String rule, int line, String message, String advice) {
        add(rule, Severity.WARNING, line, message, advice);
    }

    void note(String rule, int line, String message, String advice) {
        add(rule, Severity.INFO, line, message, advice);
    }

    Analysis done(Manifests.Type type) {
        return new Analysis(path, type, contents, findings);
    }

    private void add(String rule, Severity severity, int line, String message, String advice) {
        if (findings.size() < MOST) {
            findings.add(new Finding(rule, severity, path, line, message, advice));
        }
    }
}
