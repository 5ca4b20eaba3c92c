package io.opslore.identity;

/**
 * A local account that was just made.
 *
 * @param oneTimePassword kept nowhere: whoever does not read it now has to ask for another
 */
public record NewAccount(AccountId id, String oneTimePassword) {

    @Override
    public String toString() {
        return "NewAccount[" + id.value() + "]";
    }
}
