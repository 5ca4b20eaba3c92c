package io.opslore.identity;

import io.opslore.identity.ChangeRefused.Reason;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What people, groups and roles may be called: nothing that reads like something else. */
final class NameRules {

    private static final Pattern USERNAME =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._@+-]{0,63}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,189}");
    // Controls, marks that turn the writing around, line ends, halves of characters, no characters.
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");

    private NameRules() {}

    /** 1 to 64 letters, digits and some marks, the letters all of one script. */
    static String username(String typed) {
        String username = normal(typed);
        if (!USERNAME.matcher(username).matches() || scripts(username).size() > 1) {
            throw new ChangeRefused(Reason.USERNAME_INVALID);
        }
        return username;
    }

    /** 1 to 80 characters that are seen. */
    static String name(String typed) {
        String name = normal(typed);
        if (name.isEmpty() || name.length() > 80 || UNSEEN.matcher(name).find()) {
            throw new ChangeRefused(Reason.NAME_INVALID);
        }
        return name;
    }

    /** At most 300 characters that are seen. */
    static String description(String typed) {
        String description = normal(typed);
        if (description.length() > 300 || UNSEEN.matcher(description).find()) {
            throw new ChangeRefused(Reason.TEXT_INVALID);
        }
        return description;
    }

    static Profile profile(Profile typed) {
        String name = typed.displayName().isBlank() ? "" : name(typed.displayName());
        String email = normal(typed.email());
        if (!email.isEmpty() && (!EMAIL.matcher(email).matches() || UNSEEN.matcher(email).find())) {
            throw new ChangeRefused(Reason.EMAIL_INVALID);
        }
        return new Profile(name, email);
    }

    private static String normal(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
    }

    /** A Latin name with one Cyrillic letter in it looks like another's. */
    private static Set<UnicodeScript> scripts(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .collect(Collectors.toSet());
    }
}
