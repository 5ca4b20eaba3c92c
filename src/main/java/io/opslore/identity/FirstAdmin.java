package io.opslore.identity;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;

/** Makes the first account on an empty database, so that there never is a default password. */
@Service
public class FirstAdmin {

    /** The first account's username. */
    public static final String USERNAME = "admin";

    // Without characters that are mistaken for one another when typed off a terminal.
    private static final String ALPHABET =
            "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final Accounts accounts;
    private final Environment environment;

    FirstAdmin(Accounts accounts, Environment environment) {
        this.accounts = accounts;
        this.environment = environment;
    }

    /**
     * Creates the admin where there is no account yet, with {@code OPSLORE_ADMIN_PASSWORD} or a
     * random password. Until the admin has changed it, every start makes a new one: whoever missed
     * it on the terminal just starts again.
     *
     * @return the password to show once, if one was made up here
     */
    public Optional<String> createIfNeeded() {
        Optional<String> given =
                Optional.ofNullable(environment.getProperty("OPSLORE_ADMIN_PASSWORD"))
                        .filter(it -> !it.isBlank());
        String password = given.orElseGet(FirstAdmin::random);
        if (accounts.isEmpty()) {
            accounts.create(USERNAME, password, Set.of(Role.ADMIN));
        } else if (!accounts.replaceOneTimePassword(USERNAME, password)) {
            return Optional.empty();
        }
        return given.isPresent() ? Optional.empty() : Optional.of(password);
    }

    /** A password that can be typed off a terminal. */
    static String random() {
        return new SecureRandom()
                .ints(20, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining());
    }
}
