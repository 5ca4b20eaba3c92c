package io.opslore.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    @TempDir private Path folder;

    @Test
    void whatIsSealedTellsNothingAndOpensAfterARestart() {
        byte[] sealed = secrets("").seal("a client's secret", "provider a");

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        assertThat(secrets("").open(sealed, "provider a")).isEqualTo("a client's secret");
        assertThat(secrets("").seal("a client's secret", "provider a")).isNotEqualTo(sealed);
    }

    @Test
    void aSealedSecretCannotBePutInAnothersPlaceOrChanged() {
        byte[] sealed = secrets("").seal("a client's secret", "provider a");

        assertThatThrownBy(() -> secrets("").open(sealed, "provider b"))
                .isInstanceOf(Secrets.SecretUnreadable.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> secrets("").open(sealed, "provider a"))
                .isInstanceOf(Secrets.SecretUnreadable.class);
    }

    @Test
    void anotherKeyDoesNotOpenIt() {
        byte[] sealed = secrets(key(1)).seal("a client's secret", "provider a");

        assertThat(secrets(key(1)).open(sealed, "provider a")).isEqualTo("a client's secret");
        assertThatThrownBy(() -> secrets(key(2)).open(sealed, "provider a"))
                .isInstanceOf(Secrets.SecretUnreadable.class);
    }

    @Test
    void theKeyFileIsForItsOwnerAlone() throws IOException {
        secrets("").seal("a", "b");

        assertThat(Files.getPosixFilePermissions(file()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (var files = Files.list(folder.resolve("data"))) {
            assertThat(files).containsExactly(file());
        }
    }

    private Secrets secrets(String key) {
        return new Secrets(new SecretKeyFile(new SecretSettings(key, file())));
    }

    private Path file() {
        return folder.resolve("data").resolve("secret.key");
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
