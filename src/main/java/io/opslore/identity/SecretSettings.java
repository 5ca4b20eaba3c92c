package io.opslore.identity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param secretKey 32 bytes in base64 that seal what is kept secret in the database; portals that
 *     share a database must share it. Without it the key is kept in the file
 * @param keyFile made with a random key when one is first needed
 */
@Validated
@ConfigurationProperties("opslore.identity")
record SecretSettings(
        @Nullable @Pattern(regexp = "|[A-Za-z0-9+/]{43}=?", message = "must be 32 bytes in base64")
                String secretKey,
        @NotNull Path keyFile) {}
