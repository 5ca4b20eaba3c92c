package io.opslore.identity;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.AuditRecord.Outcome;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second step of signing in with a local account: a code from an app, or one from paper.
 * Thread-safe.
 */
@Service
@Transactional
public class SecondStep {

    private final SecondStepRecords records;
    private final AccountRecords accounts;
    private final PasswordProof proof;
    private final Rank rank;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SecondStep(
            SecondStepRecords records,
            AccountRecords accounts,
            PasswordProof proof,
            Rank rank,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.accounts = accounts;
        this.proof = proof;
        this.rank = rank;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What an app needs.
     *
     * @param secret to be typed
     * @param address the same, to be scanned
     */
    public record Setup(String secret, String address) {

        @Override
        public String toString() {
            return "Setup[]";
        }
    }

    /**
     * For the account's owner.
     *
     * @param recoveryCodesLeft how many can still be used
     */
    public record State(boolean isPossible, boolean isOn, int recoveryCodesLeft) {}

    /** For the account's owner; possible only where the portal keeps the password. */
    @Transactional(readOnly = true)
    public State state(Asker asker) {
        AccountEntity account = accounts.findById(asker.id().value()).orElseThrow();
        return new State(
                account.passwordHash != null,
                records.isOn(asker.id()),
                records.recoveryCodesLeft(asker.id()));
    }

    /** For the account's owner: a secret that counts once {@link #confirm} was right. */
    public Setup begin(Asker asker) {
        if (!state(asker).isPossible() || records.isOn(asker.id())) {
            throw new NotAllowed("set up a second step");
        }
        String secret = OneTimeCodes.secret();
        records.begin(asker.id(), secret);
        return new Setup(secret, OneTimeCodes.address(secret, asker.username()));
    }

    /**
     * For the account's owner: the app works.
     *
     * @return the recovery codes, which nobody can be shown again; empty for a wrong code
     */
    public Optional<List<String>> confirm(String code, Asker asker) {
        if (!isUsed(records.find(asker.id(), false), digits(code), asker)) {
            return Optional.empty();
        }
        List<String> recoveryCodes = RecoveryCodes.random();
        records.confirm(asker.id(), recoveryCodes, clock.instant());
        tell("two-step.enable", asker, asker);
        return Optional.of(recoveryCodes);
    }

    /** For whoever gave the right password: the code that is still wanted. */
    public CodeCheck enter(String code, Asker asker) {
        AccountEntity account = accounts.lock(asker.username()).orElseThrow();
        CodeCheck outcome = check(account, code, asker);
        if (outcome == CodeCheck.RIGHT) {
            SignInThrottle.forgive(account);
        } else {
            events.publishEvent(
                    new Happened(
                            new AuditRecord(
                                    "two-step.fail",
                                    asker.actor(),
                                    outcome == CodeCheck.WAIT ? Outcome.REFUSED : Outcome.FAILED,
                                    SessionBook.subject(asker),
                                    Map.of())));
        }
        return outcome;
    }

    /** For the account's owner, who must prove both steps once more. */
    public CodeCheck turnOff(String password, String code, Asker asker) {
        AccountEntity account = accounts.lock(asker.username()).orElseThrow();
        CodeCheck outcome =
                switch (proof.of(account, password)) {
                    case RIGHT -> check(account, code, asker);
                    case WRONG -> CodeCheck.WRONG;
                    case WAIT -> CodeCheck.WAIT;
                };
        if (outcome == CodeCheck.RIGHT && records.remove(asker.id())) {
            tell("two-step.disable", asker, asker);
        }
        return outcome;
    }

    /** For who manages accounts, when somebody lost app and paper; false where it was off. */
    @NeedsPermission(Permission.USER_MANAGE)
    public boolean reset(AccountId of, Asker asker) {
        rank.requireOver(of, asker);
        boolean was = records.remove(of);
        if (was) {
            accounts.findById(of.value())
                    .ifPresent(account -> tell("two-step.reset", account.toAsker(), asker));
        }
        return was;
    }

    /** For who manages accounts. */
    @NeedsPermission(Permission.USER_MANAGE)
    @Transactional(readOnly = true)
    public boolean isOn(AccountId of, Asker asker) {
        return records.isOn(of);
    }

    private CodeCheck check(AccountEntity account, String code, Asker asker) {
        if (account.isLockedAt(clock.instant())) {
            return CodeCheck.WAIT;
        }
        if (isUsed(records.find(asker.id(), true), digits(code), asker)
                || records.useRecoveryCode(asker.id(), code, clock.instant())) {
            return CodeCheck.RIGHT;
        }
        proof.wrong(account);
        return CodeCheck.WRONG;
    }

    /** Whether the code was right, and is used up now. */
    private boolean isUsed(Optional<SecondStepRecords.Stored> stored, String code, Asker asker) {
        OptionalLong step =
                stored.map(it ->
                                OneTimeCodes.step(
                                        it.secret(), code, clock.instant(), it.lastStep()))
                        .orElseGet(OptionalLong::empty);
        return step.isPresent() && records.use(asker.id(), step.getAsLong());
    }

    private static String digits(String code) {
        return code.replaceAll("\\s", "");
    }

    private void tell(String action, Asker of, Asker by) {
        events.publishEvent(
                new Happened(
                        AuditRecord.done(action, by.actor(), SessionBook.subject(of), Map.of())));
    }
}
