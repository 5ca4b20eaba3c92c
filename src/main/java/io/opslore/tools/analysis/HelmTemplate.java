package io.opslore.tools.analysis;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * Makes YAML with the same lines of a Helm template without rendering it: what an action would put
 * there becomes a mark, so that rules know that they do not know.
 */
final class HelmTemplate {

    /** Stands where a template would put something. */
    static final String MARK = "tpl_";

    private static final Pattern ALONE = Pattern.compile("(\\s*)\\{\\{-?\\s*(.*?)\\s*-?}}\\s*");
    private static final Pattern INDENT = Pattern.compile("n?indent\\s+(\\d{1,2})");
    private static final Pattern SAYS =
            Pattern.compile("(?:include|toYaml|tpl|template|\\.|\\$|list|dict|printf).*");
    private static final Pattern INSIDE = Pattern.compile("\\{\\{.*?}}");
    private static final Pattern QUOTED = Pattern.compile("\"\\{\\{.*?}}\"|'\\{\\{.*?}}'");

    private HelmTemplate() {}

    static String asYaml(String template) {
        var yaml = new StringBuilder();
        boolean comment = false;
        int number = 0;
        for (String line : template.split("\n", -1)) {
            number++;
            boolean opens = line.contains("{{/*") || line.contains("{{- /*");
            boolean closes = line.contains("*/");
            if (comment || opens) {
                comment = !closes;
                yaml.append('\n');
            } else {
                yaml.append(line(line, number)).append('\n');
            }
        }
        return yaml.toString();
    }

    private static String line(String line, int number) {
        Matcher alone = ALONE.matcher(line);
        if (alone.matches() && !alone.group(2).contains("}}")) {
            return SAYS.matcher(alone.group(2)).matches()
                    ? indent(alone) + MARK + number + ": " + MARK
                    : "";
        }
        String marked = QUOTED.matcher(line).replaceAll(MARK);
        return INSIDE.matcher(marked).replaceAll(MARK);
    }

    private static String indent(Matcher alone) {
        Matcher said = INDENT.matcher(alone.group(2));
        return said.find() ? " ".repeat(Integer.parseInt(said.group(1))) : alone.group(1);
    }
}
