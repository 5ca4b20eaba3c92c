package io.opslore.tools;

import io.opslore.guard.MaskScope;
import io.opslore.guard.Masking;
import io.opslore.tools.Found.Item;
import io.opslore.tools.ToolAnswer.MaskedParts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Makes what was found into what is told: clean first, then as many rows as there is room for. */
final class Bounding {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** For what stands around the rows. */
    private static final int FRAME = 600;

    private final ToolSettings settings;
    private final Masking masking;

    Bounding(ToolSettings settings, Masking masking) {
        this.settings = settings;
        this.masking = masking;
    }

    ToolAnswer answer(String tool, Found found, Instant now) {
        List<Map<String, Object>> rows = new ArrayList<>();
        String source = masking.mask(found.source(), MaskScope.PORTAL).text();
        String hint = masking.mask(found.hint(), MaskScope.PORTAL).text();
        int room = settings.characters() - FRAME - source.length() - hint.length();
        String after = "";
        List<String> kinds = new ArrayList<>(Masking.kinds(source));
        kinds.addAll(Masking.kinds(hint));
        for (Item item : found.items()) {
            Map<String, Object> row = masking.mask(item.fields(), MaskScope.PORTAL);
            String told = JSON.writeValueAsString(row);
            room -= told.length() + 1;
            if (rows.size() == settings.rows() || room < 0 && !rows.isEmpty()) {
                break;
            }
            // A row that is too long alone is still better than none: tools cut theirs before.
            rows.add(row);
            // Also those that a client took out before, by what it knew of the object.
            kinds.addAll(Masking.kinds(told));
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
                new MaskedParts(kinds.size(), Set.copyOf(kinds)),
                found.quoted());
    }
}
