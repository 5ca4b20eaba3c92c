package io.opslore.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.opslore.guard.ui.UsageLink;
import io.opslore.identity.AccessTokens;
import io.opslore.identity.Accounts;
import io.opslore.identity.SecondStep;
import io.opslore.identity.Sessions;
import io.opslore.identity.SignedIn;
import jakarta.annotation.security.RolesAllowed;

/** What a person sets for themselves, and where they can be reached as themselves. */
@Route("account")
@RolesAllowed(SignedIn.USER)
class AccountView extends Div implements HasDynamicTitle {

    AccountView(
            Accounts accounts,
            SecondStep secondStep,
            Sessions sessions,
            AccessTokens tokens,
            SignedIn signedIn) {
        addClassNames("page", "account");
        add(
                new H1(getTranslation("account.title")),
                new Paragraph(getTranslation("account.signedInAs", signedIn.asker().username())),
                new AccountLook(accounts, signedIn));
        if (secondStep.state(signedIn.asker()).isPossible()) {
            add(new AccountPassword(), new AccountSecondStep(secondStep, signedIn));
        }
        add(
                new AccountSessions(sessions, signedIn),
                new AccountTokens(tokens, signedIn),
                new UsageLink());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title") + " · OpsLore";
    }
}
