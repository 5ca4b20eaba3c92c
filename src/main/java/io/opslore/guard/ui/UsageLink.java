package io.opslore.guard.ui;

import com.vaadin.flow.router.RouterLink;

/** The way to what the person may still use. */
public final class UsageLink extends RouterLink {

    public UsageLink() {
        setText(getTranslation("usage.mine"));
        setRoute(UsageView.class);
        addClassName("usage-link");
    }
}
