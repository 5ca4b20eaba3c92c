package io.opslore.guard.masking;

import com.google.re2j.Pattern;
import io.opslore.guard.masking.KeyName.Strength;

/** Tells whether what belongs to a telling name is a secret. */
final class Judge {

    private static final int LEAST = 4;
    private static final int LEAST_OF_WEAK = 12;
    private static final int MOST = 4096;

    /** What a program is written with: names, calls, members. */
    private static final Pattern CODE =
            Pattern.compile(
                    "^[!&*]?[A-Za-z_$][\\w$]*(?:(?:\\.|::|->|\\?\\.)[A-Za-z_$][\\w$]*)+;?$"
                            + "|^[!&*]?[A-Za-z_$@][\\w$.:>?-]*(?:<[\\w, ?]+>)?[(\\[].*$|^new .*|^(?:func|function|lambda|await|async|return|if|not|typeof)\\b.*"
                            + "|.*\\)\\s*[;{]?$|^[A-Za-z_]\\w*\\?$|^[A-Z][A-Za-z]*(?:\\.[A-Z]\\w*)*[;,]?$|.*=>.*|^\\(.*|^\\{.*|^\\[.*|^&\\w+.*|^\\w+\\s+(?:\\?\\?|\\|\\||&&|or|and|==|!=|\\+|as)\\s.*");

    private static final Pattern NUMBER =
            Pattern.compile("^-?[0-9][0-9_]*(?:\\.[0-9]+)?[a-z]{0,2}$|^0x[0-9a-fA-F]{1,24}$");

    private static final Pattern IDENTIFIER = Pattern.compile("^[A-Za-z_$][A-Za-z_$]*;?$");

    private Judge() {}

    static boolean secret(String value, KeyName name, Value.Form form, boolean code) {
        if (value.length() < LEAST
                || value.length() > MOST
                || value.startsWith("//")
                || value.startsWith("}")
                || Placeholders.is(value)) {
            return false;
        }
        if (form == Value.Form.BLOCK) {
            return true;
        }
        if (name.strength() != Strength.STRONG) {
            return weak(value, form) && (name.strength() == Strength.WEAK || beyondDoubt(value));
        }
        return switch (form) {
            case QUOTED -> strong(value, name);
            case LINE -> strong(value, name) && !program(value, code);
            case WORD -> strong(value, name) && !program(value, code) && word(value);
            case SENTENCE -> sentence(value, name);
            case ARGUMENT -> strong(value, name) && Looks.mixed(value) && !Looks.wordy(value);
            case BLOCK -> true;
        };
    }

    private static boolean weak(String value, Value.Form form) {
        return Looks.random(value, form == Value.Form.SENTENCE ? 2 * LEAST_OF_WEAK : LEAST_OF_WEAK)
                && value.indexOf(' ') < 0
                && !Placeholders.uuid(value)
                && !Placeholders.path(value)
                && !CODE.matcher(value).find();
    }

    private static boolean beyondDoubt(String value) {
        return value.length() >= 24
                && Looks.cased(value) > 2
                && Looks.entropy(value) > 3.8
                && !Re.is(value, "[a-z]+[:/].*");
    }

    private static boolean strong(String value, KeyName name) {
        boolean password = name.kind().equals("password") || name.kind().equals("passphrase");
        if (Placeholders.path(value) || prose(value)) {
            return false;
        }
        if (NUMBER.matcher(value).find()) {
            return password && !value.startsWith("0x") || value.length() > 26;
        }
        if (Re.is(value, "[A-Z0-9]{4,6}(?:-[A-Z0-9]{4,6}){3,}")) {
            return true;
        }
        return password || !Looks.wordy(value) || Re.is(value, ".*[0-9].*") && value.length() > 5;
    }

    /** In a program, what is not quoted is a name, unless no program has such names. */
    private static boolean program(String value, boolean code) {
        if (CODE.matcher(value).find() && !Looks.random(value, LEAST_OF_WEAK)) {
            return true;
        }
        boolean called = Re.is(value, ".*\\w\\(.*") || value.contains(");") || value.endsWith(")");
        if (called && (code || Re.is(value, "[\\w.]+\\(.*\\)?;?"))) {
            return true;
        }
        return code && !Looks.mixed(value) || IDENTIFIER.matcher(value).find() && named(value);
    }

    /** {@code user_input}, {@code userInput}. */
    private static boolean named(String value) {
        return value.endsWith(";")
                || value.indexOf('_') > 0
                || Re.is(value, "[a-z]{2,}(?:[A-Z][a-z]{2,})+|(?:[A-Z][a-z]{2,}){2,}");
    }

    private static boolean word(String value) {
        return !value.startsWith("--") && !Re.is(value, "-[a-z]|\\|\\|?|&&|[:=].*");
    }

    private static boolean sentence(String value, KeyName name) {
        return value.length() >= 6
                && Looks.mixed(value)
                && Re.is(value, ".*[0-9!@#$%^&*].*")
                && !Looks.wordy(value)
                && !NUMBER.matcher(value).find()
                && !Placeholders.path(value)
                && !Placeholders.uuid(value)
                && !Re.is(
                        value,
                        "[A-Za-z]+[.!?:]+|.*://.*|[A-Z]{2,}[-_]?[0-9]+|[0-9.,:/-]+\\p{L}{0,4}|.*[(\\[].*|\\S*@\\S+\\.\\S+|--?\\w.*");
    }

    private static boolean prose(String value) {
        String[] words = value.trim().split("\\s+");
        int plain = 0;
        for (String word : words) {
            plain += Re.is(word, "\\p{L}+[,.;:!?'’]*|\\p{L}+['’]\\p{L}+") ? 1 : 0;
        }
        return words.length >= 2 && plain * 2 >= words.length;
    }
}
