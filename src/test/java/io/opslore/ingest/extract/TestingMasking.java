package io.opslore.ingest.extract;

import io.opslore.guard.Masked;
import io.opslore.guard.MaskedSecret;
import io.opslore.library.SpaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Knows one form of secret at a time, at first {@code hunter} and a number; what the guard knows is
 * its own affair.
 */
public final class TestingMasking implements SecretMasking {

    private volatile Rules rules = new Rules("testing", Pattern.compile("hunter\\d+"));

    /** From now on. */
    public void changeRules(String version, String secret) {
        rules = new Rules(version, Pattern.compile(secret));
    }

    @Override
    public Masked mask(String text, String fileName, SpaceId space) {
        List<MaskedSecret> secrets = new ArrayList<>();
        String masked =
                rules.secret
                        .matcher(text)
                        .replaceAll(found -> {
                            secrets.add(secret(text, found));
                            return secrets.getLast().placeholder();
                        });
        return new Masked(masked, secrets);
    }

    @Override
    public String version() {
        return rules.version;
    }

    private record Rules(String version, Pattern secret) {}

    private static MaskedSecret secret(String text, MatchResult found) {
        int line = (int) text.substring(0, found.start()).chars().filter(c -> c == '\n').count();
        return new MaskedSecret(
                line + 1,
                "password",
                "",
                "«secret:password#%06d»".formatted(found.group().length()));
    }
}
