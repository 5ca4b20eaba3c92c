package io.opslore.tools;

import io.opslore.guard.Masking;
import io.opslore.tools.Found.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Makes what was found into what is told: clean first, then as many rows as there is room for. */
final class Bounding {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** For what stands around the rows. */
    private static final int FRAME = 600;

    private final ToolSettings settings;
    private final Cleaning cleaning;

    Bounding(ToolSettings settings, Masking masking) {
        this.settings = settings;
        this.cleaning = new Cleaning(masking);
    }

    ToolAnswer answer(String tool, Found found, Instant now) {
        List<Map<String, Object>> rows = new ArrayList<>();
        String source = cleaning.text(found.source());
        String hint = cleaning.text(found.hint());
        int room = settings.characters() - FRAME - source.length() - hint.length();
        String after = "";
        for (Item item : found.items()) {
            Map<String, Object> row = cleaning.row(item.fields());
            room -= JSON.writeValueAsString(row).length() + 1;
            if (rows.size() == settings.rows() || room < 0 && !rows.isEmpty()) {
                break;
            }
            // A row that is too long alone is still better than none: tools cut theirs before.
            rows.add(row);
            after = item.after();
        }
        boolean truncated = found.more() || rows.size() < found.items().size();
        return new ToolAnswer(
                tool,
                source,
                found.version(),
                now,
                rows,
                truncated,
                truncated ? after : "",
                hint,
                cleaning.found());
    }
}
