package io.opslore.identity.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.identity.ChangeRefused;
import io.opslore.identity.NotAllowed;
import io.opslore.kit.Toast;
import java.util.Optional;
import java.util.function.Supplier;

/** Tries what a service may refuse, and says why it did. */
final class Attempt {

    private Attempt() {}

    /** Whether it was not refused. */
    static boolean at(Runnable change) {
        return of(
                        () -> {
                            change.run();
                            return true;
                        })
                .isPresent();
    }

    /** Empty where it was refused. */
    static <T> Optional<T> of(Supplier<T> change) {
        try {
            return Optional.of(change.get());
        } catch (NotAllowed refused) {
            Toast.failed(reason(refused));
            return Optional.empty();
        }
    }

    /** The reason where it was refused, for the field or dialog that asked for it. */
    static Optional<String> refusal(Runnable change) {
        try {
            change.run();
            return Optional.empty();
        } catch (NotAllowed refused) {
            return Optional.of(reason(refused));
        }
    }

    private static String reason(NotAllowed refused) {
        return refused instanceof ChangeRefused known
                ? Wording.refusal(known)
                : I18NProvider.translate("people.refused");
    }
}
