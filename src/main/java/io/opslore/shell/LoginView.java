package io.opslore.shell;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.opslore.identity.ProviderProblem;
import io.opslore.identity.SignInChoices;
import java.util.Arrays;
import java.util.List;

/** Sign-in with a local account or at another provider, whichever are on. */
@AnonymousAllowed
@Route(value = "login", autoLayout = false)
class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final LoginForm form = new LoginForm();
    private final Paragraph problem = new Paragraph();

    LoginView(SignInChoices choices) {
        layOut(choices);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        form.setError(parameters.getParameters().containsKey("error"));
        parameters.getSingleParameter(ProviderFailures.PROBLEM).ifPresent(this::complain);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("signin.title") + " · OpsLore";
    }

    private void layOut(SignInChoices choices) {
        addClassName("sign-in");
        problem.addClassName("sign-in-problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(texts());
        add(new H1("OpsLore"), new Paragraph(getTranslation("signin.claim")), problem);
        List<SignInChoices.Choice> elsewhere = choices.providers();
        if (choices.isLocalOn()) {
            add(form);
        }
        if (!elsewhere.isEmpty()) {
            add(new ProviderButtons(elsewhere, choices.isLocalOn()));
        }
        add(new LanguageLinks());
    }

    /** A stranger's own words are never shown: what is not known is told as unknown. */
    private void complain(String key) {
        String known =
                Arrays.stream(ProviderProblem.values())
                        .map(ProviderProblem::key)
                        .filter(key::equals)
                        .findFirst()
                        .orElseGet(ProviderProblem.UNKNOWN::key);
        problem.setText(getTranslation("signin.problem." + known));
        problem.setVisible(true);
    }

    private LoginI18n texts() {
        LoginI18n i18n = LoginI18n.createDefault();
        i18n.getForm().setTitle(getTranslation("signin.title"));
        i18n.getForm().setUsername(getTranslation("signin.username"));
        i18n.getForm().setPassword(getTranslation("signin.password"));
        i18n.getForm().setSubmit(getTranslation("signin.submit"));
        i18n.getErrorMessage().setTitle(getTranslation("signin.failed"));
        i18n.getErrorMessage().setMessage(getTranslation("signin.failed.hint"));
        i18n.getErrorMessage().setUsername(getTranslation("signin.username.missing"));
        i18n.getErrorMessage().setPassword(getTranslation("signin.password.missing"));
        return i18n;
    }
}
