package io.opslore.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * The portal's secret key as a text, for its backup alone: whoever has it and the database opens
 * every sealed secret.
 */
@Component
public class PortalKey {

    private final SecretKeyFile file;
    private final SecretSettings settings;

    PortalKey(SecretKeyFile file, SecretSettings settings) {
        this.file = file;
        this.settings = settings;
    }

    /** In base64, as the setting and the file hold it. */
    public String text() {
        return Base64.getEncoder().encodeToString(file.bytes());
    }

    /**
     * Makes it the key of this data folder, before the portal first needs one. What was there is
     * kept beside it under {@code .replaced}.
     *
     * @return whether it is the key from now on: not if a setting names another one
     */
    public boolean place(String text) throws IOException {
        String given = settings.secretKey();
        if (given != null && !given.isBlank()) {
            return isSame(given.strip(), text);
        }
        Path target = settings.keyFile().toAbsolutePath();
        if (Files.exists(target)) {
            if (isSame(Files.readString(target).strip(), text)) {
                return true;
            }
            Files.move(
                    target,
                    target.resolveSibling(target.getFileName() + ".replaced"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        SecretKeyFile.write(target, text);
        return true;
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
