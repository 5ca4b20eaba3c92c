package io.opslore.shell;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Sign-in with a local account. */
@AnonymousAllowed
@Route(value = "login", autoLayout = false)
class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final LoginForm form = new LoginForm();

    LoginView() {
        layOut();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        form.setError(
                event.getLocation().getQueryParameters().getParameters().containsKey("error"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("signin.title") + " · OpsLore";
    }

    private void layOut() {
        addClassName("sign-in");
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(texts());
        add(
                new H1("OpsLore"),
                new Paragraph(getTranslation("signin.claim")),
                form,
                new LanguageLinks());
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
