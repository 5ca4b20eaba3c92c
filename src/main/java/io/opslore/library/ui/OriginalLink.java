package io.opslore.library.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.library.Release;
import io.opslore.library.Revision;

/**
 * Downloads a revision, as far as the person may have it, and says whether that is the original.
 */
final class OriginalLink extends Anchor {

    private OriginalLink(Revision revision) {
        super(Originals.fileAddress(revision.id()), "");
        getElement().setAttribute("download", true);
        add(new Icon(VaadinIcon.DOWNLOAD_ALT));
    }

    /** A link that says what it downloads; invisible where that is nothing. */
    static OriginalLink named(String name, Revision revision, Release.Copy copy) {
        OriginalLink link = new OriginalLink(revision);
        link.addClassName("button-link");
        link.add(new Span(name));
        link.setTitle(what(copy));
        link.setVisible(copy != Release.Copy.NONE);
        return link;
    }

    /** Only an icon; the name is for screen readers and on hover. */
    static OriginalLink icon(String name, Revision revision, Release.Copy copy) {
        OriginalLink link = new OriginalLink(revision);
        link.addClassName("icon-link");
        link.setAriaLabel(name);
        link.setTitle(name + " · " + what(copy));
        link.setVisible(copy != Release.Copy.NONE);
        return link;
    }

    private static String what(Release.Copy copy) {
        return switch (copy) {
            case ORIGINAL -> I18NProvider.translate("masks.copy.original");
            case MASKED_TEXT -> I18NProvider.translate("masks.copy.masked");
            case NONE -> "";
        };
    }
}
