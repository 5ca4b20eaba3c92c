package io.opslore.identity;

import io.opslore.identity.ProviderSaved.Field;
import io.opslore.identity.ProviderSaved.Invalid;
import io.opslore.identity.ProviderSaved.Saved;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where people sign in besides the portal itself; a change holds from the next sign-in on. No
 * secret ever comes out again. Thread-safe.
 */
@Service
@NeedsPermission(Permission.PROVIDER_MANAGE)
@Transactional
public class Providers {

    private final ProviderRecords records;
    private final ProviderValidation validation;
    private final ProviderUse use;
    private final LocalSignIn local;
    private final ApplicationEventPublisher events;

    Providers(
            ProviderRecords records,
            ProviderValidation validation,
            ProviderUse use,
            LocalSignIn local,
            ApplicationEventPublisher events) {
        this.records = records;
        this.validation = validation;
        this.use = use;
        this.local = local;
        this.events = events;
    }

    /** All of them, in the order in which they are offered; a portal has a handful. */
    @Transactional(readOnly = true)
    public List<Provider> all(Asker asker) {
        return records.all();
    }

    /** How many accounts were made by signing in there. */
    @Transactional(readOnly = true)
    public int accounts(ProviderId id, Asker asker) {
        return use.accounts(id);
    }

    /** A new one, last in the order. */
    public ProviderSaved add(Provider wanted, ProviderSecret secret, Asker asker) {
        Set<Field> faults = EnumSet.noneOf(Field.class);
        faults.addAll(validation.faults(wanted));
        if (records.find(wanted.id()).isPresent()) {
            faults.add(Field.KEY);
        }
        if (!faults.isEmpty()) {
            return new Invalid(faults);
        }
        records.add(wanted);
        return saved(null, wanted, secret, asker);
    }

    /**
     * Changes all but the key. Another issuer's people are others: whoever had an account by the
     * old one has none by the new.
     */
    public ProviderSaved change(Provider wanted, ProviderSecret secret, Asker asker) {
        Provider before = existing(wanted.id());
        Set<Field> faults = validation.faults(wanted);
        if (!faults.isEmpty()) {
            return new Invalid(faults);
        }
        records.change(wanted.withEnabled(before.enabled()));
        return saved(before, wanted, secret, asker);
    }

    /** False where nobody could sign in any more. */
    public boolean enable(ProviderId id, boolean enabled, Asker asker) {
        Provider before = existing(id);
        if (!enabled && isLastDoor(id)) {
            return false;
        }
        records.change(before.withEnabled(enabled));
        events.publishEvent(new ProviderChanged(before, before.withEnabled(enabled), false, asker));
        return true;
    }

    /** One place up in the order. */
    public void moveUp(ProviderId id, Asker asker) {
        existing(id);
        records.moveUp(id);
    }

    /**
     * The accounts stay, without what the provider gave them and without the way in.
     *
     * @return false where nobody could sign in any more
     */
    public boolean remove(ProviderId id, Asker asker) {
        Provider before = existing(id);
        if (isLastDoor(id)) {
            return false;
        }
        use.takeEverything(id);
        records.remove(id);
        events.publishEvent(new ProviderChanged(before, null, false, asker));
        return true;
    }

    private Saved saved(
            @Nullable Provider before, Provider wanted, ProviderSecret secret, Asker asker) {
        switch (secret) {
            case ProviderSecret.Kept() -> {}
            case ProviderSecret.Absent() -> records.setSecret(wanted.id(), null);
            case ProviderSecret.Replaced(String text) -> records.setSecret(wanted.id(), text);
        }
        Provider after = existing(wanted.id());
        boolean otherSecret = !(secret instanceof ProviderSecret.Kept);
        events.publishEvent(new ProviderChanged(before, after, otherSecret, asker));
        return new Saved(after);
    }

    private boolean isLastDoor(ProviderId id) {
        return !local.isOnUntilCommit()
                && records.all().stream()
                        .filter(Provider::enabled)
                        .allMatch(provider -> provider.id().equals(id));
    }

    private Provider existing(ProviderId id) {
        Optional<Provider> found = records.find(id);
        return found.orElseThrow(
                () -> new IllegalArgumentException("No such sign-in provider: " + id.value()));
    }
}
