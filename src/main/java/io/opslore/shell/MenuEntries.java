package io.opslore.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import io.opslore.identity.SignedIn;
import io.opslore.kit.MenuCount;
import java.util.List;
import java.util.Locale;

/** The views' own entries, as far as the person may open them: everybody's and the admins'. */
final class MenuEntries {

    private static final String ADMIN = "admin/";

    private final SignedIn signedIn;
    private final List<MenuCount> counts;

    MenuEntries(SignedIn signedIn, List<MenuCount> counts) {
        this.signedIn = signedIn;
        this.counts = counts;
    }

    /** Those of the pages that everybody works with. */
    List<MenuEntry> main() {
        return open().stream().filter(entry -> !isForAdmins(path(entry))).toList();
    }

    /** Those of the pages by which the portal is looked after. */
    List<MenuEntry> admin() {
        return open().stream().filter(entry -> isForAdmins(path(entry))).toList();
    }

    /** Whether the view is one by which the portal is looked after. */
    static boolean isForAdmins(HasElement view) {
        Route route = view.getClass().getAnnotation(Route.class);
        return route != null && isForAdmins(route.value());
    }

    /** The entry's address, without a slash in front. */
    static String path(MenuEntry entry) {
        return entry.path().replaceFirst("^/", "");
    }

    /** The same, with how many things wait behind it. */
    RouterLink counted(MenuEntry entry) {
        RouterLink link = link(entry);
        counts.stream()
                .filter(it -> it.path().equals(path(entry)))
                .mapToInt(MenuCount::count)
                .filter(count -> count > 0)
                .forEach(count -> link.add(new Span("(%d)".formatted(count))));
        return link;
    }

    /** Icon and name, leading to the view. */
    static RouterLink link(MenuEntry entry) {
        var link = new RouterLink("", entry.menuClass());
        if (entry.icon() != null) {
            link.add(new Icon(entry.icon()));
        }
        link.add(new Span(name(entry)));
        return link;
    }

    private static String name(MenuEntry entry) {
        return I18NProvider.translate("menu." + entry.title().toLowerCase(Locale.ROOT));
    }

    private List<MenuEntry> open() {
        return MenuConfiguration.getMenuEntries().stream()
                .filter(entry -> ViewPermissions.mayOpen(entry.menuClass(), signedIn))
                .toList();
    }

    private static boolean isForAdmins(String path) {
        return path.startsWith(ADMIN);
    }
}
