package io.opslore.identity.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opslore.identity.AccessToken;
import io.opslore.identity.AccessTokens;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.identity.SignedIn;
import io.opslore.identity.Slice;
import io.opslore.identity.TokenOrder;
import io.opslore.kit.Confirmation;
import io.opslore.kit.Toast;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Everybody's access tokens, and the way to take one back. */
@Route("admin/tokens")
@Menu(title = "Tokens", order = 45, icon = "vaadin:key")
@RolesAllowed(SignedIn.USER)
@NeedsPermission(Permission.USER_MANAGE)
class TokensView extends Div implements HasDynamicTitle {

    private final AccessTokens tokens;
    private final SignedIn signedIn;
    private final TokenGrid grid;

    TokensView(AccessTokens tokens, SignedIn signedIn) {
        this.tokens = tokens;
        this.signedIn = signedIn;
        this.grid = new TokenGrid(new Everybodys(), this::askToRevoke);
        layOut();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("tokens.title") + " · OpsLore";
    }

    private void layOut() {
        addClassName("admin-page");
        Div head = new Div(new H1(getTranslation("tokens.title")));
        head.addClassName("view-head");
        Div toolbar = new Div(FilterField.of(getTranslation("tokens.filter"), grid::filter));
        toolbar.addClassName("admin-toolbar");
        grid.getElement().setAttribute("aria-label", getTranslation("tokens.title"));
        grid.setEmptyStateText(getTranslation("tokens.none"));
        add(head, new Paragraph(getTranslation("tokens.purpose")), toolbar, grid);
    }

    private void askToRevoke(AccessToken token) {
        Confirmation.askSternly(
                getTranslation("tokens.revoke.title", token.name()),
                getTranslation("tokens.revoke.ofText", token.username()),
                getTranslation("tokens.revoke.confirm"),
                () -> {
                    tokens.revokeAny(token.id(), signedIn.asker());
                    grid.refresh();
                    Toast.done(getTranslation("tokens.revoked"));
                });
    }

    private final class Everybodys implements LazyGrid.Rows<AccessToken, TokenOrder> {

        @Override
        public List<AccessToken> read(String filter, Slice<TokenOrder> slice) {
            return tokens.all(filter, slice, signedIn.asker());
        }

        @Override
        public int count(String filter) {
            return tokens.count(filter, signedIn.asker());
        }
    }
}
