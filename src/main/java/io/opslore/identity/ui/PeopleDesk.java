package io.opslore.identity.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.identity.AccountAdmission;
import io.opslore.identity.AccountId;
import io.opslore.identity.Asker;
import io.opslore.identity.Assignments;
import io.opslore.identity.Bulk;
import io.opslore.identity.NewAccount;
import io.opslore.identity.NewPerson;
import io.opslore.identity.People;
import io.opslore.identity.PeopleFilter;
import io.opslore.identity.PeopleOrder;
import io.opslore.identity.Person;
import io.opslore.identity.PersonRow;
import io.opslore.identity.Profile;
import io.opslore.identity.SecondStep;
import io.opslore.identity.SignedIn;
import io.opslore.kit.Toast;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/** What the signed-in person does with other people, and what is said about it. */
@Component
class PeopleDesk {

    private final People people;
    private final Assignments assignments;
    private final AccountAdmission admission;
    private final SecondStep secondStep;
    private final SignedIn signedIn;

    PeopleDesk(
            People people,
            Assignments assignments,
            AccountAdmission admission,
            SecondStep secondStep,
            SignedIn signedIn) {
        this.people = people;
        this.assignments = assignments;
        this.admission = admission;
        this.secondStep = secondStep;
        this.signedIn = signedIn;
    }

    List<PersonRow> page(PeopleFilter filter, PeopleOrder order, int offset, int limit) {
        return people.page(filter, order, offset, limit, signedIn.asker());
    }

    int count(PeopleFilter filter) {
        return people.count(filter, signedIn.asker());
    }

    Person person(AccountId account) {
        return people.person(account, signedIn.asker());
    }

    NewAccount create(NewPerson person) {
        return people.create(person, signedIn.asker());
    }

    void edit(AccountId account, Profile before, Profile after) {
        people.edit(account, before, after, signedIn.asker());
    }

    /** The one-time password, unless it was refused. */
    Optional<String> newPassword(AccountId account) {
        return Attempt.of(() -> admission.newPassword(account, signedIn.asker()));
    }

    boolean hasSecondStep(AccountId account) {
        return secondStep.isOn(account, signedIn.asker());
    }

    void resetSecondStep(AccountId account) {
        if (Attempt.at(() -> secondStep.reset(account, signedIn.asker()))) {
            Toast.done(I18NProvider.translate("people.secondStep.done"));
        }
    }

    void unlock(AccountId account) {
        if (Attempt.at(() -> admission.unlock(account, signedIn.asker()))) {
            Toast.done(I18NProvider.translate("people.unlocked"));
        }
    }

    /** Changes each alone, then says how many were changed and why others were not. */
    void change(Deed deed, Collection<AccountId> accounts, Runnable done) {
        carryOut(deed, accounts)
                .ifPresent(bulk -> {
                    if (!bulk.refused().isEmpty()) {
                        Toast.failed(refusals(bulk));
                    } else if (bulk.changed().isEmpty()) {
                        Toast.done(I18NProvider.translate("people.unchanged"));
                    } else {
                        Toast.done(
                                said(deed, bulk),
                                I18NProvider.translate("people.undo"),
                                () -> undo(deed, bulk, done));
                    }
                    done.run();
                });
    }

    private Optional<Bulk> carryOut(Deed deed, Collection<AccountId> accounts) {
        return Attempt.of(() -> action(deed).apply(accounts, signedIn.asker()));
    }

    private BiFunction<Collection<AccountId>, Asker, Bulk> action(Deed deed) {
        return switch (deed) {
            case Deed.Disable() -> admission::disable;
            case Deed.Enable() -> admission::enable;
            case Deed.Give(var role) -> (all, asker) -> assignments.give(role.role(), all, asker);
            case Deed.Take(var role) -> (all, asker) -> assignments.take(role.role(), all, asker);
            case Deed.Join(var group) -> (all, asker) -> assignments.join(group.id(), all, asker);
            case Deed.Leave(var group) -> (all, asker) -> assignments.leave(group.id(), all, asker);
        };
    }

    private void undo(Deed deed, Bulk bulk, Runnable done) {
        carryOut(deed.opposite(), bulk.changed())
                .ifPresent(undone -> {
                    if (undone.refused().isEmpty()) {
                        Toast.done(I18NProvider.translate("people.undone"));
                    } else {
                        Toast.failed(refusals(undone));
                    }
                });
        done.run();
    }

    private static String said(Deed deed, Bulk bulk) {
        return I18NProvider.translate(
                "people.done." + deed.key(), bulk.changed().size(), deed.name());
    }

    private static String refusals(Bulk bulk) {
        String why =
                String.join(
                        " ",
                        bulk.refused().stream()
                                .map(refusal -> Wording.refusal(refusal.why()))
                                .distinct()
                                .toList());
        return bulk.changed().isEmpty() && bulk.refused().size() == 1
                ? why
                : I18NProvider.translate(
                        "people.done.partly", bulk.changed().size(), bulk.refused().size(), why);
    }
}
