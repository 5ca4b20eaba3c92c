package io.opslore.identity;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which passwords a person may choose: long ones that nobody tries first. Thread-safe. */
@Component
class PasswordRules {

    /** The most characters; what is longer only costs time to hash. */
    static final int LONGEST = 200;

    /**
     * The library counts the guesses of somebody who begins with leaked passwords, names, words and
     * keyboard rows, with digits at the end and signs for letters. So many come before a chance.
     */
    private static final double FEWEST_GUESSES_LOG10 = 8.5;

    /** Beyond it counting takes seconds, and finds no easier password. */
    private static final int COUNTED = 64;

    private final Zxcvbn guesser = new Zxcvbn();

    /** What is wrong with the password; empty for nothing. */
    Optional<PasswordChange> complaint(String password, String username) {
        if (password.length() < Accounts.SHORTEST_PASSWORD) {
            return Optional.of(PasswordChange.TOO_SHORT);
        }
        if (password.length() > LONGEST) {
            return Optional.of(PasswordChange.TOO_LONG);
        }
        if (password.equalsIgnoreCase(username)) {
            return Optional.of(PasswordChange.TOO_EASY);
        }
        return guesses(password, username) < FEWEST_GUESSES_LOG10
                ? Optional.of(PasswordChange.TOO_COMMON)
                : Optional.empty();
    }

    private double guesses(String password, String username) {
        String counted = password.substring(0, Math.min(COUNTED, password.length()));
        return guesser.measure(counted, List.of(username, "opslore")).getGuessesLog10();
    }
}
