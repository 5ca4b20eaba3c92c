package io.opslore.kit;

import static java.util.Map.entry;
import static org.fife.ui.rsyntaxtextarea.SyntaxConstants.*;

import java.util.Locale;
import java.util.Map;

/** Which scanner reads which language, by the names that people and file endings give it. */
final class Languages {

    /** HCL and Jinja-like templates have no scanner of their own; these come nearest. */
    private static final Map<String, String> STYLES =
            Map.ofEntries(
                    entry("yaml", SYNTAX_STYLE_YAML),
                    entry("yml", SYNTAX_STYLE_YAML),
                    entry("helm", SYNTAX_STYLE_YAML),
                    entry("json", SYNTAX_STYLE_JSON),
                    entry("jsonc", SYNTAX_STYLE_JSON_WITH_COMMENTS),
                    entry("go", SYNTAX_STYLE_GO),
                    entry("golang", SYNTAX_STYLE_GO),
                    entry("python", SYNTAX_STYLE_PYTHON),
                    entry("py", SYNTAX_STYLE_PYTHON),
                    entry("bash", SYNTAX_STYLE_UNIX_SHELL),
                    entry("sh", SYNTAX_STYLE_UNIX_SHELL),
                    entry("shell", SYNTAX_STYLE_UNIX_SHELL),
                    entry("console", SYNTAX_STYLE_UNIX_SHELL),
                    entry("zsh", SYNTAX_STYLE_UNIX_SHELL),
                    entry("dockerfile", SYNTAX_STYLE_DOCKERFILE),
                    entry("docker", SYNTAX_STYLE_DOCKERFILE),
                    entry("groovy", SYNTAX_STYLE_GROOVY),
                    entry("jenkinsfile", SYNTAX_STYLE_GROOVY),
                    entry("gradle", SYNTAX_STYLE_GROOVY),
                    entry("java", SYNTAX_STYLE_JAVA),
                    entry("kotlin", SYNTAX_STYLE_KOTLIN),
                    entry("kt", SYNTAX_STYLE_KOTLIN),
                    entry("javascript", SYNTAX_STYLE_JAVASCRIPT),
                    entry("js", SYNTAX_STYLE_JAVASCRIPT),
                    entry("typescript", SYNTAX_STYLE_TYPESCRIPT),
                    entry("ts", SYNTAX_STYLE_TYPESCRIPT),
                    entry("rust", SYNTAX_STYLE_RUST),
                    entry("c", SYNTAX_STYLE_C),
                    entry("cpp", SYNTAX_STYLE_CPLUSPLUS),
                    entry("ruby", SYNTAX_STYLE_RUBY),
                    entry("sql", SYNTAX_STYLE_SQL),
                    entry("hcl", SYNTAX_STYLE_GROOVY),
                    entry("terraform", SYNTAX_STYLE_GROOVY),
                    entry("tf", SYNTAX_STYLE_GROOVY),
                    entry("ini", SYNTAX_STYLE_INI),
                    entry("toml", SYNTAX_STYLE_INI),
                    entry("conf", SYNTAX_STYLE_INI),
                    entry("properties", SYNTAX_STYLE_PROPERTIES_FILE),
                    entry("xml", SYNTAX_STYLE_XML),
                    entry("html", SYNTAX_STYLE_HTML),
                    entry("css", SYNTAX_STYLE_CSS),
                    entry("makefile", SYNTAX_STYLE_MAKEFILE),
                    entry("make", SYNTAX_STYLE_MAKEFILE),
                    entry("markdown", SYNTAX_STYLE_MARKDOWN),
                    entry("md", SYNTAX_STYLE_MARKDOWN));

    private Languages() {}

    /** The scanner's name, empty where there is none. */
    static String styleOf(String language) {
        return STYLES.getOrDefault(language.strip().toLowerCase(Locale.ROOT), "");
    }
}
