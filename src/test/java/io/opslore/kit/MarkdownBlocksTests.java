package io.opslore.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "io.opslore.kit")
class MarkdownBlocksTests extends BrowserlessTest {

    private static final MarkdownOptions OPTIONS =
            MarkdownOptions.plain(
                    new MarkdownOptions.Labels("Copy", "Image", "Link", kind -> kind));

    private MarkdownBlocks blocks;

    @BeforeEach
    void show() {
        blocks = new MarkdownBlocks();
        UI.getCurrent().add(blocks);
        blocks.show("# Title\n\nfirst", OPTIONS);
    }

    @Test
    void keepsBlocksThatDidNotChangeInPlace() {
        List<Component> before = blocks.getChildren().toList();

        blocks.show("# Title\n\nfirst words\n\n- more", OPTIONS);

        List<Component> after = blocks.getChildren().toList();
        assertThat(after).hasSize(3).startsWith(before.get(0), before.get(1));
        assertThat(((Html) after.get(1)).getInnerHtml()).contains("first words");
    }

    @Test
    void dropsBlocksThatAreGone() {
        blocks.show("# Title", OPTIONS);

        assertThat(blocks.getChildren()).hasSize(1);
    }
}
