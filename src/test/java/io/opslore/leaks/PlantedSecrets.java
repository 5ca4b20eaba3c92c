package io.opslore.leaks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Secrets that no masking may let through, each another one, and the lines that they stand in. */
final class PlantedSecrets {

    /** In whatever form they are written, these follow the name of what they open. */
    private static final List<String> ASSIGNED =
            List.of(
                    "password: %s",
                    "db_password = %s",
                    "SMTP_PASSWD=%s",
                    "api_token: %s",
                    "client_secret=%s",
                    "deploy.token = \"%s\"");

    private final List<String> all = new ArrayList<>();

    /** One that means nothing by itself: 20 letters and digits. */
    String fresh() {
        String secret = "Wq7" + digest().substring(0, 17);
        all.add(secret);
        return secret;
    }

    /** One that is known by its own form. */
    String token() {
        String token = "ghp_" + digest().substring(0, 36);
        all.add(token);
        return token;
    }

    /** A line for each kind. */
    List<String> lines() {
        return Stream.concat(
                        Stream.concat(
                                ASSIGNED.stream().map(line -> line.formatted(fresh())),
                                Stream.of("Clone it with " + token() + " for now.")),
                        formed().stream())
                .toList();
    }

    /** Everything that was planted so far. */
    List<String> all() {
        return List.copyOf(all);
    }

    /** Kinds that have a form of their own. */
    private List<String> formed() {
        return List.of(
                "aws_access_key_id = "
                        + kept(
                                "AKIA"
                                        + digest().substring(0, 16)
                                                .toUpperCase(java.util.Locale.ROOT)),
                "AWS_SECRET_ACCESS_KEY=" + kept(digest().substring(0, 40)),
                "Use " + kept("glpat-" + digest().substring(0, 20)) + " in CI.",
                "slack: " + kept("xoxb-123456789012-123456789012-" + digest().substring(0, 24)),
                "postgres://app:" + kept("Pg" + digest().substring(0, 14)) + "@db.example/app",
                "curl https://ci:" + kept("Ci" + digest().substring(0, 14)) + "@hooks.example/x",
                "//npm.example/:_authToken=" + kept("npm_" + digest().substring(0, 36)),
                "machine git.example login ci password " + kept("Nr" + digest().substring(0, 14)),
                "Authorization: Bearer "
                        + kept(
                                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjMifQ."
                                        + digest().substring(0, 43)),
                "mysql -u root --password=" + kept("My" + digest().substring(0, 14)) + " shop");
    }

    private String kept(String secret) {
        all.add(secret);
        return secret;
    }

    /** Looks random, and is the same in every run. */
    private String digest() {
        try {
            byte[] seed = ("planted " + all.size()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(seed));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }
}
