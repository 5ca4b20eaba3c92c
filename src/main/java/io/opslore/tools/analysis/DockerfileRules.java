package io.opslore.tools.analysis;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Dockerfiles. */
final class DockerfileRules {

    private static final Pattern FROM =
            Pattern.compile(
                    "FROM\\s+(?:--\\S+\\s+)*(\\S+)(?:\\s+AS\\s+(\\S+))?.*",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern PIPED =
            Pattern.compile("\\b(?:curl|wget)\\b[^|]*\\|\\s*(?:sudo\\s+)?(?:ba|z|da)?sh\\b");
    private static final Pattern UNCHECKED =
            Pattern.compile("curl\\b[^|;&]*\\s(?:-k|--insecure)\\b|--no-check-certificate");

    private final Report report;
    private final Set<String> stages = new HashSet<>();

    DockerfileRules(Report report) {
        this.report = report;
    }

    void look(String text) {
        String user = "";
        int last = 1;
        int number = 0;
        for (String raw : text.split("\n", -1)) {
            number++;
            String line = raw.strip();
            String word = line.split("\\s+", 2)[0].toUpperCase(Locale.ROOT);
            switch (word) {
                case "FROM" -> {
                    from(line, number);
                    user = "";
                    last = number;
                }
                case "USER" -> {
                    user = line.substring(4).strip();
                    last = number;
                }
                case "ADD" -> add(line, number);
                default -> command(line, number);
            }
        }
        root(user, last);
    }

    private void from(String line, int number) {
        Matcher from = FROM.matcher(line);
        if (from.matches()) {
            if (!stages.contains(from.group(1))) {
                report.holds("from " + from.group(1));
                Images.look(report, "docker", from.group(1), number);
            }
            if (from.group(2) != null) {
                stages.add(from.group(2));
            }
        }
    }

    private void add(String line, int number) {
        if (line.contains("http://") || line.contains("https://")) {
            report.warn(
                    "docker-add-url",
                    number,
                    "ADD fetches something that nobody checks",
                    "Use ADD --checksum=sha256:…, or fetch and compare in a RUN.");
        }
    }

    private void command(String line, int number) {
        if (line.startsWith("#")) {
            return;
        }
        if (PIPED.matcher(line).find()) {
            report.warn(
                    "docker-pipe-to-shell",
                    number,
                    "What is downloaded is run at once",
                    "Download, compare with a checksum, then run.");
        }
        if (UNCHECKED.matcher(line).find()) {
            report.warn(
                    "docker-no-tls-check",
                    number,
                    "The server's certificate is not checked",
                    "Install the certificate authority instead.");
        }
    }

    private void root(String user, int line) {
        if (user.isEmpty() || user.equals("root") || user.equals("0")) {
            report.warn(
                    "docker-root",
                    line,
                    user.isEmpty()
                            ? "No USER is set: unless the base image sets one, it runs as root"
                            : "It runs as root",
                    "Add USER with a number above 0 at the end.");
        }
    }
}
