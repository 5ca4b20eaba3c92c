package io.opslore.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.testing.TestingDatabase;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MaskingTests {

    private static final MaskScope SHOP = MaskScope.space(UUID.randomUUID());
    private static final MaskScope OTHER = MaskScope.space(UUID.randomUUID());

    private static TestingGuard guard;
    private static Masking masking;

    @BeforeAll
    static void start() {
        guard = new TestingGuard(TestingDatabase.fresh());
        masking = guard.bean(Masking.class);
    }

    @AfterAll
    static void stop() {
        guard.close();
    }

    @Test
    void theSameSecretHasTheSamePlaceholderWithinASpaceAlone() {
        String plain =
                masking.mask("password: Kx9-vQ2w7z", SHOP).secrets().getFirst().placeholder();
        assertThat(plain).matches("«secret:password#[0-9a-f]{6}»");
        assertThat(masking.mask("the password is Kx9-vQ2w7z", SHOP).text()).contains(plain);
        assertThat(masking.mask("password: Kx9-vQ2w7z", OTHER).text()).doesNotContain(plain);
    }

    @Test
    void itHasItAlsoWhereAKubernetesSecretWrapsIt() {
        String plain =
                masking.mask("password: Kx9-vQ2w7z", SHOP).secrets().getFirst().placeholder();
        String wrapped =
                Base64.getEncoder().encodeToString("Kx9-vQ2w7z".getBytes(StandardCharsets.UTF_8));
        String manifest = "kind: Secret\ndata:\n  password: " + wrapped + "\n";
        assertThat(masking.mask(manifest, "db.yaml", SHOP).text())
                .isEqualTo("kind: Secret\ndata:\n  password: " + plain + "\n");
    }

    @Test
    void masksTwiceAsOnceAndKeepsLinesKeysAndQuotes() {
        String text =
                """
                # Orders
                password: "Kx9-vQ2w7z"
                url: jdbc:postgresql://db/orders?user=orders&password=Kx9-vQ2w7z
                -----BEGIN PRIVATE%s KEY-----
                MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg
                """
                                .formatted("")
                        + "-----END PRIVATE KEY-----\n";
        Masked once = masking.mask(text, "orders.yaml", SHOP);
        assertThat(once.text())
                .doesNotContain("Kx9-v", "MIGH")
                .contains("password: \"«secret:", "user=orders&password=«secret:")
                .hasLineCount((int) text.lines().count());
        assertThat(once.secrets()).extracting(MaskedSecret::line).containsExactly(2, 3, 5);
        Masked twice = masking.mask(once.text(), "orders.yaml", SHOP);
        assertThat(twice.text()).isEqualTo(once.text());
        assertThat(twice.foundAny()).isFalse();
    }

    @Test
    void fieldsAreMaskedByWhatTheirNamesSayInAnyDepth() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("user", "orders");
        fields.put("password", "hunter2");
        fields.put("deep", Map.of("list", List.of(Map.of("password", "Kx9-vQ2w7z"), "plain", 7)));
        fields.put("notes", "two lines\npassword: Kx9-vQ2w7z");
        fields.put("none", null);

        Map<String, Object> masked = masking.mask(fields, SHOP);

        assertThat(masked.toString())
                .contains("user=orders", "plain, 7", "two lines\npassword: «secret:")
                .doesNotContain("hunter2", "Kx9-v");
        assertThat(masked.keySet()).containsExactly("user", "password", "deep", "notes", "none");
        assertThat(masking.mask(masked, SHOP)).isEqualTo(masked);
    }

    @Test
    void aGrowingTextEndsAsTheWholeDoes() {
        String text = "Use this:\npassword: Kx9-vQ2w7z\nand nothing else.\n";
        for (int length = 0; length <= text.length(); length++) {
            assertThat(masking.growing(text.substring(0, length), SHOP)).doesNotContain("Kx9-");
        }
        assertThat(masking.growing(text, SHOP)).isEqualTo(masking.mask(text, SHOP).text());
    }
}
