package io.opslore.tools.docs;

import io.opslore.identity.Asker;
import io.opslore.library.Space;
import io.opslore.library.Spaces;
import io.opslore.tools.Found;
import io.opslore.tools.Paged;
import io.opslore.tools.Tool;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The spaces that the asker may read. */
@Component
class SpacesList implements Tool {

    private static final ToolInfo INFO =
            new ToolInfo(
                    "docs_spaces_list",
                    "List spaces",
                    "Lists the spaces of the knowledge base that you may read, with the number of"
                            + " documents in each. Use it to learn what there is before searching.",
                    List.of(ToolParameter.cursor()));

    private final Spaces spaces;

    SpacesList(Spaces spaces) {
        this.spaces = spaces;
    }

    @Override
    public ToolInfo info() {
        return INFO;
    }

    @Override
    public Found find(ToolArguments arguments, Asker asker) {
        return Paged.of(spaces.readable(asker), SpacesList::fields, arguments)
                .found("knowledge base", "");
    }

    private static Map<String, ?> fields(Space space) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", space.id().value());
        fields.put("name", space.name());
        fields.put("description", space.description());
        fields.put("documents", space.documents());
        return fields;
    }
}
