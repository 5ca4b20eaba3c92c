package io.opslore.retrieval;

import io.opslore.retrieval.text.Chunker;
import io.opslore.upgrades.UpgradeFinding;
import io.opslore.upgrades.UpgradeLook;
import io.opslore.upgrades.UpgradePart;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;

/** Whether this version cuts documents otherwise than the index that answers was made with. */
class IndexOutlook implements UpgradePart {

    private static final String ABOUT = "index";

    /** What one slow core embeds; a faster machine needs less. */
    private static final int CHUNKS_A_SECOND = 5;

    @Override
    public List<UpgradeFinding> findings(UpgradeLook look) {
        if (!look.hasTable("index_generation")) {
            return List.of(
                    UpgradeFinding.fine(
                            ABOUT, "There is no index yet, or an early one that is taken over."));
        }
        return look.database()
                .sql("select * from index_generation where state = 'ACTIVE'")
                .query((row, number) ->
                        finding(
                                look,
                                row.getInt("chunker"),
                                row.getInt("min_tokens"),
                                row.getInt("max_tokens"),
                                row.getInt("windows_per_chunk")))
                .list();
    }

    private static UpgradeFinding finding(
            UpgradeLook look, int chunker, int min, int max, int windows) {
        int newMin = setting(look, "chunk.min-tokens", min);
        int newMax = setting(look, "chunk.max-tokens", max);
        int newWindows = setting(look, "windows-per-chunk", windows);
        boolean same =
                chunker == Chunker.VERSION
                        && min == newMin
                        && max == newMax
                        && windows == newWindows;
        return same
                ? UpgradeFinding.fine(ABOUT, "The index is kept.")
                : rebuilt(
                        look.database()
                                .sql("select count(*) from chunk")
                                .query(Long.class)
                                .single());
    }

    private static UpgradeFinding rebuilt(long chunks) {
        return UpgradeFinding.warning(
                ABOUT,
                "The index is built anew beside the one that answers: %d chunks, about %d minutes on a slow machine."
                        .formatted(chunks, chunks / CHUNKS_A_SECOND / 60 + 1),
                "Search goes on meanwhile; have as much room on the disk again as the index takes.");
    }

    private static int setting(UpgradeLook look, String key, int otherwise) {
        return Binder.get(look.settings())
                .bind("opslore.retrieval." + key, Integer.class)
                .orElse(otherwise);
    }
}
