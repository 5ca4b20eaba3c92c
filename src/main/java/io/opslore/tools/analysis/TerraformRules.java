package io.opslore.tools.analysis;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** Terraform, block by block at the top of a file, by its lines. */
final class TerraformRules {

    private static final Pattern BLOCK =
            Pattern.compile(
                    "(resource|data|module|provider|variable|output|terraform|locals)\\b"
                            + "\\s*(?:\"([^\"]*)\")?\\s*(?:\"([^\"]*)\")?\\s*\\{.*");
    private static final Pattern SOURCE = Pattern.compile("\\s*source\\s*=\\s*\"([^\"]*)\".*");
    private static final Pattern VERSION = Pattern.compile("\\s*version\\s*=\\s*\"([^\"]*)\".*");
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(?:password|passwd|secret|token|api_?key|private_?key).*");
    private static final Pattern OPEN = Pattern.compile(".*\"(?:0\\.0\\.0\\.0/0|::/0)\".*");

    private static final Pattern SENSITIVE = Pattern.compile("\\s*sensitive\\s*=\\s*true.*");
    private static final Pattern RULE = Pattern.compile(".*(?:ingress|egress).*\\{.*");
    private static final Pattern PUBLIC =
            Pattern.compile(
                    "\\s*(?:acl\\s*=\\s*\"public-read(?:-write)?\"|publicly_accessible\\s*=\\s*true).*");
    private static final Pattern CLEAR =
            Pattern.compile("\\s*(?:storage_)?encrypted\\s*=\\s*false.*");
    private static final Pattern UNCHECKED =
            Pattern.compile("\\s*(?:insecure|skip_tls_verify|insecure_skip_verify)\\s*=\\s*true.*");
    private static final Pattern EVERYTHING =
            Pattern.compile("\\s*(?:actions|\"?Action\"?)\\s*[=:]\\s*\\[?\\s*\"\\*\".*");

    private final Report report;
    private String type = "";
    private String label = "";
    private String source = "";
    private int begun;
    private int depth;
    private boolean version;
    private boolean sensitive;
    private boolean ingress;

    TerraformRules(Report report) {
        this.report = report;
    }

    void look(String text) {
        int number = 0;
        for (String raw : text.split("\n", -1)) {
            number++;
            String bare = raw.strip();
            String line = bare.startsWith("#") || bare.startsWith("//") ? "" : raw;
            Matcher block = BLOCK.matcher(line);
            if (depth == 0 && block.matches()) {
                begin(block, number);
            }
            inside(line, number);
            depth += braces(line);
            if (depth <= 0 && !type.isEmpty()) {
                end();
            }
        }
    }

    private void begin(Matcher block, int number) {
        type = block.group(1);
        String first = block.group(2) == null ? "" : block.group(2);
        label = block.group(3) == null ? first : first + "." + block.group(3);
        source = "";
        begun = number;
        version = false;
        sensitive = false;
        ingress = false;
        report.holds(type + (label.isEmpty() ? "" : " " + label));
    }

    private void inside(String line, int number) {
        Matcher from = SOURCE.matcher(line);
        if (from.matches()) {
            source = from.group(1);
        }
        version |= VERSION.matcher(line).matches();
        sensitive |= SENSITIVE.matcher(line).matches();
        ingress |= line.contains("ingress");
        if (RULE.matcher(line).matches()) {
            ingress = line.contains("ingress");
        }
        if (OPEN.matcher(line).matches() && ingress) {
            report.warn(
                    "terraform-open-to-all",
                    number,
                    "%s lets in the whole Internet".formatted(label),
                    "Name the networks that need it.");
        }
        flags(line, number);
    }

    private void flags(String line, int number) {
        if (PUBLIC.matcher(line).matches()) {
            report.error(
                    "terraform-public",
                    number,
                    "%s can be reached by everybody".formatted(label),
                    "Make it private.");
        }
        if (CLEAR.matcher(line).matches()) {
            report.warn(
                    "terraform-unencrypted",
                    number,
                    "%s is not encrypted".formatted(label),
                    "Set it to true.");
        }
        if (UNCHECKED.matcher(line).matches()) {
            report.warn(
                    "terraform-no-tls-check",
                    number,
                    "The server's certificate is not checked",
                    "Name the certificate authority instead.");
        }
        if (EVERYTHING.matcher(line).matches()) {
            report.warn(
                    "terraform-all-actions",
                    number,
                    "%s may do everything".formatted(label),
                    "Name the actions that are needed.");
        }
    }

    private void end() {
        switch (type) {
            case "module" -> module();
            case "variable" -> variable();
            default -> {
                // Others are looked at line by line.
            }
        }
        type = "";
        depth = 0;
    }

    private void module() {
        boolean local = source.startsWith("./") || source.startsWith("../");
        boolean git =
                source.contains("git::") || source.contains(".git") || source.contains("git@");
        boolean pinned = git ? source.contains("ref=") : version;
        if (!local && !source.isEmpty() && !pinned) {
            report.warn(
                    "terraform-module-floats",
                    begun,
                    "Module %s has no version".formatted(label),
                    git ? "Add ?ref= with a tag or commit." : "Add version.");
        }
    }

    private void variable() {
        if (SECRET_NAME.matcher(label).matches() && !sensitive) {
            report.warn(
                    "terraform-not-sensitive",
                    begun,
                    "Variable %s is shown in plans and logs".formatted(label),
                    "Add sensitive = true.");
        }
    }

    private static int braces(String line) {
        int balance = 0;
        for (int at = 0; at < line.length(); at++) {
            balance += line.charAt(at) == '{' ? 1 : line.charAt(at) == '}' ? -1 : 0;
        }
        return balance;
    }
}
