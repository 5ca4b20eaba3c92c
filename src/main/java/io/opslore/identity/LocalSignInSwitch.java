package io.opslore.identity;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Switches passwords that are kept here off and on. Thread-safe. */
@Service
@NeedsPermission(Permission.PROVIDER_MANAGE)
@Transactional
public class LocalSignInSwitch {

    private final LocalSignIn local;
    private final ProviderRecords providers;
    private final SignedIn signedIn;
    private final Authority authority;
    private final ApplicationEventPublisher events;

    LocalSignInSwitch(
            LocalSignIn local,
            ProviderRecords providers,
            SignedIn signedIn,
            Authority authority,
            ApplicationEventPublisher events) {
        this.local = local;
        this.providers = providers;
        this.signedIn = signedIn;
        this.authority = authority;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public boolean isOn(Asker asker) {
        return local.isOn();
    }

    public void switchOn(Asker asker) {
        set(true, asker);
    }

    /**
     * Only for an admin who came in by a provider that is on, at this moment: whoever does it has
     * shown that there is another way in for somebody who can switch it on again. For the request's
     * own thread.
     *
     * @return false for anybody else
     */
    public boolean switchOff(Asker asker) {
        boolean isProof =
                local.isOnUntilCommit()
                        && signedIn.find().filter(asker::equals).isPresent()
                        && signedIn.provider()
                                .flatMap(providers::find)
                                .filter(Provider::enabled)
                                .isPresent()
                        && authority.of(asker).roles().contains(Role.ADMIN);
        if (isProof) {
            set(false, asker);
        }
        return isProof;
    }

    private void set(boolean on, Asker asker) {
        boolean before = local.isOnUntilCommit();
        if (before != on) {
            local.set(on);
            events.publishEvent(new LocalSignInSwitched(on, asker.actor()));
        }
    }
}
