package io.opslore.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** The page that all views live in: theme, push, icon. */
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("shell.css")
@StyleSheet("admin.css")
@StyleSheet("operations.css")
@StyleSheet("audit.css")
@StyleSheet("opslore.css")
@StyleSheet("history.css")
@StyleSheet("viewer.css")
@StyleSheet("search.css")
@StyleSheet("index.css")
@StyleSheet("bulk.css")
@StyleSheet("account.css")
@StyleSheet("providers.css")
@StyleSheet("people.css")
@StyleSheet("limits.css")
@StyleSheet("masking.css")
@StyleSheet("filters.css")
@StyleSheet("access.css")
@StyleSheet("server.css")
@StyleSheet("models.css")
@StyleSheet("gpu.css")
@StyleSheet("quality.css")
@StyleSheet("connections.css")
@ColorScheme(ColorScheme.Value.LIGHT_DARK)
public class Portal implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("OpsLore");
        settings.setViewport("width=device-width, initial-scale=1");
        settings.addFavIcon("icon", "icons/opslore.svg", "any");
    }
}
