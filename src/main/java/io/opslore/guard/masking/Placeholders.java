package io.opslore.guard.masking;

import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Set;

/** Knows what stands in a secret's place and is none. */
final class Placeholders {

    private static final Pattern TEMPLATE =
            Pattern.compile(
                    "\\{\\{|\\$\\{|\\$\\(|<[\\p{L}][\\p{L}0-9 _.:-]*>|^<.*>$|%\\(\\w+\\)s|^%[sdvq]$"
                            + "|^%[A-Za-z_]\\w*%$|^\\$\\{?[A-Za-z_][\\w:.]*\\}?$|^\\$env:|#\\{|^@[\\w.-]+@$"
                            + "|^\\{[\\w.:-]*\\}$|^\\[[\\p{L} _-]+\\]$|^__\\w+__$|^\\{%|«secret:|^&[a-zA-Z_]\\w*$|^\\*[a-zA-Z_]\\w*$");

    /** What only says where the secret is kept, or holds it encrypted. */
    private static final Pattern REFERENCE =
            Pattern.compile(
                    "^(?:ENC\\[|ENC\\(|\\$ANSIBLE_VAULT|!vault|!Ref|!Sub|!GetAtt|!reference|vault:|arn:|op://|ref\\+"
                            + "|secretref:|secretRef|keyring:|env:|env\\(|file:|classpath:|data:[a-z]+/|sha(?:1|256|384|512)[:-]"
                            + "|md5:|https?://[^:@]*$|projects/[^/]+/secrets/|/run/secrets|/var/run/|\\{cipher\\}|\\{vault|age1|ssh-(?:rsa|ed25519|dss) |ecdsa-sha2"
                            + "|-----BEGIN (?:PUBLIC|CERT|RSA PUBLIC)|gcp:secretmanager|awssm:|ssm:|kms:|@Microsoft\\.KeyVault)");

    private static final Pattern PATH =
            Pattern.compile(
                    "^(?:[A-Za-z]:[\\\\/]|~?/|\\.{1,2}/)?[\\w .@-]+(?:[\\\\/][\\w .@{}*-]*)+$|^/[\\w.-]+$");

    private static final Pattern UUID =
            Pattern.compile("(?i)^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$");

    private static final Pattern CROSSED =
            Pattern.compile(
                    "^[xX*.\\-_?#•●=~\\\\/|+:]+$|[xX]{4}|\\*{3}|\\.{3}|…|[•●]{3}|(?i)^x{3}");

    private static final Pattern SAID =
            Pattern.compile(
                    "^(?:your|insert|enter|replace|put|change|example|sample|dummy|fake|placeholder|to be|tobe|todo|fixme|my-?own|some|any)[-_ a-z]*$"
                            + "|^[a-z -_]*(?:here|example|placeholder|changeme|change-me|change_me|redacted)$|^example.{0,3}$|^my[-_ ]?(?:super|secret|password|token|api|key|pass)?[-_ ]?(?:secret|password|token|key|pass|value)$|^(?:the|a|an)[-_ ]|^(?:user|db|database|admin|root|client|access|api|auth|secret|super|private)[-_ ]?(?:password|passwd|pass|secret|token|key)$");

    private static final Set<String> WORDS = Words.of("placeholder");

    private Placeholders() {}

    /** Whether it is no secret whatever it belongs to. */
    static boolean is(String value) {
        return value.isBlank()
                || TEMPLATE.matcher(value).find()
                || REFERENCE.matcher(value).find()
                || CROSSED.matcher(value).find()
                        && !Looks.special(value.replaceAll("[*?#.=+~]", ""))
                || said(value);
    }

    static boolean uuid(String value) {
        return UUID.matcher(value).find();
    }

    /** A file's place, of which every part is a name. */
    static boolean path(String value) {
        if (!PATH.matcher(value).find()) {
            return false;
        }
        boolean rooted = value.startsWith("/") || value.startsWith(".") || value.startsWith("~");
        for (String part : value.split("[\\\\/]")) {
            if (part.length() > 12 && Looks.random(part, 12)) {
                return false;
            }
        }
        return rooted && value.indexOf('/', 1) > 0
                || Re.is(value, ".*\\.[a-z]{2,5}[0-9]?")
                || Looks.wordy(value);
    }

    private static boolean said(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        String letters = lower.replaceAll("[^\\p{L}]", "");
        return (letters.length() == lower.replaceAll("[-_ '.:?!]", "").length()
                        && WORDS.contains(letters))
                || SAID.matcher(lower).find();
    }
}
