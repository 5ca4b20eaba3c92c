package io.opslore.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.opslore.library.Block;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The headings of a text, or what else in it has a name; leads to their lines. Of neighbours with
 * one name, as the windows of a log, the first stands for all.
 */
final class Outline extends Details {

    /** One entry is no outline. */
    private static final int FEWEST = 2;

    /** From here on the outline stands beside the text, open; see the style sheet. */
    private static final int WIDE = 1000;

    private final IntConsumer toLine;

    Outline(List<Block> blocks, IntConsumer toLine) {
        this.toLine = toLine;
        List<Block> named = blocks.stream().filter(block -> !block.label().isBlank()).toList();
        UnorderedList list = new UnorderedList();
        String before = "";
        for (Block block : named) {
            if (!block.label().equals(before)) {
                list.add(entry(block));
            }
            before = block.label();
        }
        setSummaryText(getTranslation("document.outline"));
        add(list);
        setOpened(isWide());
        setVisible(named.size() >= FEWEST);
        addClassName("outline");
    }

    private static boolean isWide() {
        UI ui = UI.getCurrent();
        return ui != null && ui.getPage().getExtendedClientDetails().getWindowInnerWidth() >= WIDE;
    }

    private ListItem entry(Block block) {
        Button button = new Button(block.label(), click -> toLine.accept(block.lines().first()));
        button.getElement().setAttribute("data-line", String.valueOf(block.lines().first()));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        ListItem item = new ListItem(button);
        item.addClassName("level-" + Math.clamp(block.level(), 1, 4));
        return item;
    }
}
