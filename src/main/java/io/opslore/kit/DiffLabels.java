package io.opslore.kit;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.function.IntFunction;

/**
 * The words that a comparison shows beside the two texts.
 *
 * @param table what its rows are
 * @param omitted says how many characters of a long line are left out
 */
record DiffLabels(String table, IntFunction<String> omitted) {

    /** In the reader's language. */
    static DiffLabels translated() {
        return new DiffLabels(
                I18NProvider.translate("kit.diff.lines"),
                count -> I18NProvider.translate("kit.diff.characters", count));
    }
}
