package io.opslore.connections.swarm;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Compose files as maps, and back. */
final class Yaml {

    private static final int LONGEST = 1_000_000;

    /** What older readers of YAML, such as docker's, take for something other than a text. */
    private static final Pattern AMBIGUOUS =
            Pattern.compile(
                    "(?i)y|n|yes|no|on|off|[-+]?[0-9_]*(:[0-9_.]+)+|[-+]?0[0-7_]+|[-+]?[0-9_,.]+");

    private Yaml() {}

    /**
     * @throws ConnectionFailed for what is no YAML, or no map
     */
    static Map<String, Object> read(String text) {
        try {
            LoadSettings settings =
                    LoadSettings.builder()
                            .setSchema(new CoreSchema())
                            .setCodePointLimit(LONGEST)
                            .setMaxAliasesForCollections(50)
                            .setAllowDuplicateKeys(true)
                            .build();
            if (new Load(settings).loadFromString(text) instanceof Map<?, ?> map) {
                return strings(map);
            }
        } catch (YamlEngineException | StackOverflowError e) {
            throw new ConnectionFailed(Reason.UNFIT, NOT_ONE, OTHER, e);
        }
        throw new ConnectionFailed(Reason.UNFIT, NOT_ONE, OTHER);
    }

    static String write(Map<String, ?> content) {
        DumpSettings settings =
                DumpSettings.builder()
                        .setDefaultFlowStyle(FlowStyle.BLOCK)
                        .setIndentWithIndicator(true)
                        .setIndicatorIndent(2)
                        .setWidth(1_000)
                        .setSplitLines(false)
                        .setDereferenceAliases(true)
                        .build();
        return new Dump(settings, new Quoting(settings)).dumpToString(content);
    }

    static Map<String, Object> strings(Map<?, ?> map) {
        Map<String, Object> strings = new LinkedHashMap<>();
        map.forEach((key, value) -> strings.put(String.valueOf(key), value));
        return strings;
    }

    private static final String NOT_ONE = "That document is no compose file.";
    private static final String OTHER = "Name the document that the stack is deployed from.";

    private static final class Quoting extends StandardRepresenter {

        Quoting(DumpSettings settings) {
            super(settings);
        }

        @Override
        protected Node representScalar(Tag tag, String value, ScalarStyle style) {
            boolean isQuoted = tag.equals(Tag.STR) && AMBIGUOUS.matcher(value).matches();
            return super.representScalar(tag, value, isQuoted ? ScalarStyle.SINGLE_QUOTED : style);
        }
    }
}
