package io.opslore.kit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;

/**
 * Scrolls; keeps its end in sight while it grows, unless the reader has scrolled away from it. All
 * in the browser, so that nothing jumps while an answer streams.
 */
public abstract class FollowingScroller extends Div {

    private final Div content = new Div();

    protected FollowingScroller() {
        addClassName("following-scroller");
        content.addClassName("following-content");
        add(content);
        ClientScript.loadFor(this);
    }

    /** Goes to the newest part, wherever the reader is. */
    public void toNewest() {
        getElement().executeJs("window.opslore.toNewest(this)");
    }

    /** What is scrolled. */
    protected final Div content() {
        return content;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        getElement().executeJs("window.opslore.follow(this)");
    }
}
