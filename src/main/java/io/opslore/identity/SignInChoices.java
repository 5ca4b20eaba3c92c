package io.opslore.identity;

import java.util.List;
import org.springframework.stereotype.Service;

/** What a stranger may know: the ways to sign in. Thread-safe. */
@Service
public class SignInChoices {

    private final ProviderRecords providers;
    private final LocalSignIn local;

    SignInChoices(ProviderRecords providers, LocalSignIn local) {
        this.providers = providers;
        this.local = local;
    }

    /** For strangers: where else people sign in, in the order in which it is offered. */
    public List<Choice> providers() {
        return providers.all().stream()
                .filter(Provider::enabled)
                .map(provider -> new Choice(provider.id(), provider.name()))
                .toList();
    }

    /** For strangers: whether a password that is kept here opens the portal. */
    public boolean isLocalOn() {
        return local.isOn();
    }

    /**
     * @param name what the button says
     */
    public record Choice(ProviderId id, String name) {}
}
