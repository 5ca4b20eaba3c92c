package io.opslore.ingest.extract;

import io.opslore.library.Format;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a text is written.
 *
 * @param name the language for highlighting, or empty
 */
record Syntax(Format format, String name) {

    static final Syntax PLAIN = new Syntax(Format.TEXT, "");
    static final Syntax LOG = new Syntax(Format.LOG, "");
    static final Syntax YAML = new Syntax(Format.YAML, "yaml");
    static final Syntax JSON = new Syntax(Format.JSON, "json");
    static final Syntax MARKDOWN = new Syntax(Format.MARKDOWN, "markdown");

    private static final Map<String, Syntax> BY_EXTENSION = byExtension();
    private static final Map<Pattern, Syntax> BY_NAME =
            Map.of(
                    Pattern.compile("(?i)(.*[._-])?(docker|container)file([._-].*)?"),
                    code("dockerfile"),
                    Pattern.compile("(?i)jenkinsfile([._-].*)?"),
                    code("groovy"),
                    Pattern.compile("(?i)(gnu)?makefile([._-].*)?"),
                    code("makefile"),
                    Pattern.compile("(?i)\\.?(bashrc|bash_profile|profile|zshrc)"),
                    code("bash"),
                    Pattern.compile("(?i)\\.env([._-].*)?|\\.editorconfig|\\.gitconfig"),
                    code("ini"),
                    Pattern.compile("(?i).+\\.log(\\.\\d+)?|(sys|mess)log|messages"),
                    LOG);

    /** By the name alone; empty for names that say nothing. */
    static Optional<Syntax> ofName(String fileName) {
        return BY_NAME.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(fileName).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> Optional.ofNullable(BY_EXTENSION.get(extension(fileName))));
    }

    /** The part behind the last dot in lower case, or empty. */
    static String extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static Syntax code(String name) {
        return new Syntax(Format.CODE, name);
    }

    private static Map<String, Syntax> byExtension() {
        Map<String, Syntax> all = new HashMap<>();
        put(all, MARKDOWN, "md", "markdown", "mdown", "mdx");
        put(all, new Syntax(Format.ASCIIDOC, "asciidoc"), "adoc", "asciidoc", "asc");
        put(all, PLAIN, "txt", "text", "rst", "csv", "tsv");
        put(all, LOG, "log");
        put(all, YAML, "yaml", "yml", "tpl");
        put(all, JSON, "json", "jsonl", "ndjson", "json5");
        put(all, code("go"), "go");
        put(all, code("python"), "py", "pyi");
        put(all, code("bash"), "sh", "bash", "zsh", "ksh");
        put(all, code("hcl"), "tf", "tfvars", "hcl", "nomad");
        put(all, code("groovy"), "groovy", "gradle", "jenkinsfile");
        put(all, code("dockerfile"), "dockerfile");
        put(all, code("makefile"), "mk", "mak");
        put(all, code("java"), "java");
        put(all, code("kotlin"), "kt", "kts");
        put(all, code("javascript"), "js", "mjs", "cjs", "jsx");
        put(all, code("typescript"), "ts", "tsx", "mts");
        put(all, code("rust"), "rs");
        put(all, code("c"), "c", "h", "cc", "cpp", "hpp", "cs");
        put(all, code("ruby"), "rb");
        put(all, code("php"), "php");
        put(all, code("perl"), "pl", "pm");
        put(all, code("lua"), "lua");
        put(all, code("powershell"), "ps1", "psm1");
        put(all, code("batch"), "bat", "cmd");
        put(all, code("sql"), "sql");
        put(all, code("toml"), "toml");
        put(all, code("ini"), "ini", "cfg", "conf", "cnf", "env", "service", "timer", "socket");
        put(all, code("properties"), "properties");
        put(all, code("xml"), "xml", "xsd", "xsl", "pom", "svg");
        put(all, code("css"), "css", "scss");
        put(all, code("proto"), "proto");
        put(all, code("diff"), "diff", "patch");
        put(all, code("rego"), "rego");
        return Map.copyOf(all);
    }

    private static void put(Map<String, Syntax> all, Syntax syntax, String... extensions) {
        List.of(extensions).forEach(extension -> all.put(extension, syntax));
    }
}
