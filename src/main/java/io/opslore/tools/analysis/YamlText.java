package io.opslore.tools.analysis;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads YAML that strangers wrote into its nodes, which know their lines. No object is made of
 * them, so no tag can name a class; depth, length and repetition are bounded.
 */
final class YamlText {

    private static final int DEEPEST = 60;
    private static final int MOST_ALIASES = 50;
    private static final int LONGEST = 600_000;

    private YamlText() {}

    /** Its documents as far as it can be read; reports where it cannot. */
    static List<YamlValue> read(String text, Report report) {
        return read(
                text,
                line ->
                        report.warn(
                                "yaml-broken",
                                line,
                                "The YAML cannot be read from here on",
                                "Look for wrong indentation or missing quotes before this line."));
    }

    /** The same; tells the line where it cannot be read on. */
    static List<YamlValue> read(String text, IntConsumer broken) {
        List<YamlValue> documents = new ArrayList<>();
        try {
            for (Node node :
                    new Yaml(new SafeConstructor(limits())).composeAll(new StringReader(text))) {
                documents.add(new YamlValue(node));
            }
        } catch (YAMLException e) {
            broken.accept(
                    e instanceof MarkedYAMLException marked
                            ? Optional.ofNullable(marked.getProblemMark())
                                    .map(mark -> mark.getLine() + 1)
                                    .orElse(1)
                            : 1);
        }
        return documents;
    }

    private static LoaderOptions limits() {
        var options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setCodePointLimit(LONGEST);
        options.setAllowRecursiveKeys(false);
        return options;
    }
}
