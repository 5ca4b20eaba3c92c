package io.opslore.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import com.vaadin.flow.router.ListenerPriority;
import io.opslore.identity.SignedIn;

/**
 * Takes somebody who owes a code to where it is given, and somebody with a one-time password to
 * where it is changed. A courtesy: what keeps them out everywhere else is that they hold no other
 * role.
 */
@ListenerPriority(100)
class PasswordFirst implements BeforeEnterListener {

    private final SignedIn signedIn;

    PasswordFirst(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (signedIn.needsCode()) {
            if (event.getNavigationTarget() != CodeView.class) {
                event.forwardTo(CodeView.class);
            }
        } else if (signedIn.mustChangePassword()
                && event.getNavigationTarget() != ChangePasswordView.class) {
            event.forwardTo(ChangePasswordView.class);
        }
    }
}
