package io.opslore.standalone;

import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is let in.
 *
 * @param tokens what callers bring, by a name for the record; at least {@value #SHORTEST}
 *     characters
 * @param onBehalf names of those that say for whom they call
 */
@ConfigurationProperties("opslore.mcp")
record StandaloneSettings(
        @DefaultValue Map<String, String> tokens, @DefaultValue Set<String> onBehalf) {

    static final int SHORTEST = 32;

    StandaloneSettings {
        tokens = Map.copyOf(tokens);
        onBehalf = Set.copyOf(onBehalf);
        tokens.forEach((name, token) -> {
            if (token.strip().length() < SHORTEST) {
                throw new IllegalArgumentException(
                        "opslore.mcp.tokens.%s must have at least %d characters; make one with openssl rand -hex 32"
                                .formatted(name, SHORTEST));
            }
        });
        if (Set.copyOf(tokens.values()).size() < tokens.size()) {
            throw new IllegalArgumentException(
                    "opslore.mcp.tokens: two callers have the same token");
        }
        for (String name : onBehalf) {
            if (!tokens.containsKey(name)) {
                throw new IllegalArgumentException(
                        "opslore.mcp.on-behalf names %s, of which there is no token"
                                .formatted(name));
            }
        }
    }

    /** Its tokens are for nobody to read. */
    @Override
    public String toString() {
        return "StandaloneSettings" + tokens.keySet();
    }
}
