package io.opslore.guard.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opslore.guard.MaskingRules;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.identity.SignedIn;
import jakarta.annotation.security.RolesAllowed;

/** What counts as a secret here beside what the portal knows, and what does not. */
@Route("admin/masking")
@Menu(title = "Masking", order = 50, icon = "vaadin:eye-slash")
@RolesAllowed(SignedIn.USER)
@NeedsPermission(Permission.MASKING_MANAGE)
class MaskingView extends Div implements HasDynamicTitle {

    MaskingView(MaskingRules rules, SignedIn signedIn) {
        addClassNames("admin-page", "masking-view");
        Div head = new Div(new H1(getTranslation("masking.title")));
        head.addClassName("view-head");
        var tabs = new TabSheet();
        tabs.addClassName("masking-tabs");
        tabs.add(getTranslation("masking.try"), new TrialPanel(rules, signedIn));
        tabs.add(getTranslation("masking.rules"), new OwnRulesPanel(rules, signedIn));
        tabs.add(getTranslation("masking.allowed"), new AllowedPanel(rules, signedIn));
        add(head, new Paragraph(getTranslation("masking.hint")), tabs);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("masking.title") + " · OpsLore";
    }
}
