package io.opslore.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.opslore.identity.SignedIn;
import io.opslore.kit.MenuCount;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;

/** The frame around every view: brand, the views' own menu entries, the person's menu. */
@Layout
@RolesAllowed(SignedIn.USER)
class MainLayout extends AppLayout implements AfterNavigationObserver {

    private final SignedIn signedIn;
    private final AuthenticationContext authentication;
    private final MenuEntries entries;
    private final Map<String, RouterLink> links = new LinkedHashMap<>();

    MainLayout(
            SignedIn signedIn,
            AuthenticationContext authentication,
            ObjectProvider<MenuCount> counts) {
        this.signedIn = signedIn;
        this.authentication = authentication;
        this.entries = new MenuEntries(signedIn, counts.stream().toList());
        layOut();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String here = event.getLocation().getFirstSegment();
        links.forEach((path, link) ->
                link.getElement()
                        .setAttribute("aria-current", isAt(path, here) ? "page" : "false"));
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        super.showRouterLayoutContent(
                MenuEntries.isForAdmins(content)
                        ? new AdminFrame(
                                entries.admin(), content.getElement().getComponent().orElseThrow())
                        : content);
    }

    private static boolean isAt(String path, String firstSegment) {
        return path.equals(firstSegment) || path.isEmpty() && firstSegment.equals("ask");
    }

    private void layOut() {
        var brand = new Anchor("", "OpsLore");
        brand.addClassName("brand");
        var menu = new Nav();
        menu.addClassName("main-menu");
        menu.getElement().setAttribute("aria-label", getTranslation("shell.menu"));
        entries.main().forEach(entry -> menu.add(link(entry)));
        var header = new Div(brand, menu, personMenu());
        header.addClassName("portal-header");
        addToNavbar(header);
    }

    private RouterLink link(MenuEntry entry) {
        RouterLink link = entries.counted(entry);
        links.put(MenuEntries.path(entry).replaceFirst("/.*", ""), link);
        return link;
    }

    private MenuBar personMenu() {
        String username = signedIn.asker().username();
        var menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.TERTIARY);
        menu.addClassName("person-menu");
        var person = menu.addItem(new Avatar(username));
        person.setAriaLabel(getTranslation("shell.person", username));
        person.getSubMenu().addItem(getTranslation("account.title"), click -> account());
        // One entry for all of them: they stand beside each other once one is open.
        entries.admin().stream()
                .findFirst()
                .ifPresent(first ->
                        person.getSubMenu()
                                .addItem(
                                        getTranslation("shell.admin"),
                                        click -> UI.getCurrent().navigate(first.menuClass())));
        person.getSubMenu()
                .addItem(getTranslation("shell.signOut"), click -> authentication.logout());
        return menu;
    }

    private void account() {
        getUI().ifPresent(ui -> ui.navigate(AccountView.class));
    }
}
