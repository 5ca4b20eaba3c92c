package io.opslore.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.identity.AccessToken;
import io.opslore.identity.AccessTokens;
import io.opslore.identity.Permission;
import io.opslore.identity.SignedIn;
import io.opslore.identity.TokenAnswer;
import io.opslore.kit.Confirmation;
import io.opslore.kit.IconButton;
import io.opslore.kit.ReaderDates;
import io.opslore.kit.TimeText;
import io.opslore.kit.Toast;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** The person's access tokens: made, shown once, taken back. */
class AccountTokens extends AccountSection {

    private final AccessTokens tokens;
    private final SignedIn signedIn;

    AccountTokens(AccessTokens tokens, SignedIn signedIn) {
        super("tokens");
        this.tokens = tokens;
        this.signedIn = signedIn;
        show();
    }

    private void show() {
        List<AccessToken> own = tokens.own(signedIn.asker());
        Div rows = new Div();
        rows.addClassName("account-rows");
        own.forEach(token -> rows.add(row(token)));
        content().removeAll();
        content()
                .add(
                        own.isEmpty() ? new Paragraph(getTranslation("account.tokens.none")) : rows,
                        new Button(getTranslation("account.tokens.new"), click -> ask()));
    }

    private Component row(AccessToken token) {
        Span name = new Span(token.name());
        name.addClassName("account-row-name");
        name.setTitle(token.name());
        Span scope =
                new Span(
                        token.permissions().stream()
                                .map(Permission::key)
                                .sorted()
                                .collect(Collectors.joining(", ")));
        Div facts = new Div(scope, new Span(expiry(token)), lastUse(token));
        facts.addClassName("facts");
        Div text = new Div(name, facts);
        text.addClassName("account-row-text");
        Div row =
                new Div(
                        text,
                        new IconButton(
                                VaadinIcon.TRASH,
                                getTranslation("tokens.revoke.one", token.name()),
                                () -> askToRevoke(token)));
        row.addClassName("account-row");
        return row;
    }

    private String expiry(AccessToken token) {
        String day =
                ReaderDates.text(token.expires().atZone(ZoneOffset.UTC).toLocalDate().minusDays(1));
        return getTranslation(
                token.isExpiredAt(Instant.now())
                        ? "account.tokens.expired"
                        : "account.tokens.until",
                day);
    }

    private Component lastUse(AccessToken token) {
        return token.lastUsed() == null
                ? new Span(getTranslation("account.tokens.unused"))
                : new Span(
                        new Span(getTranslation("account.tokens.lastUsed") + " "),
                        new TimeText(token.lastUsed()));
    }

    private void ask() {
        new TokenDialog(
                        tokens.offered(signedIn.asker()),
                        tokens.usualTime(),
                        wish -> tokens.create(wish, signedIn.asker()),
                        this::made)
                .open();
    }

    private void made(TokenAnswer.Made made) {
        show();
        new SecretDialog(
                        getTranslation("account.tokens.made.title", made.token().name()),
                        getTranslation("account.tokens.made.text"),
                        List.of(made.secret()))
                .open();
    }

    private void askToRevoke(AccessToken token) {
        Confirmation.askSternly(
                getTranslation("tokens.revoke.title", token.name()),
                getTranslation("tokens.revoke.text"),
                getTranslation("tokens.revoke.confirm"),
                () -> {
                    tokens.revokeOwn(token.id(), signedIn.asker());
                    show();
                    Toast.done(getTranslation("tokens.revoked"));
                });
    }
}
