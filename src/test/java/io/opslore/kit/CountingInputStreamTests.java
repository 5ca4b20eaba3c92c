package io.opslore.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountingInputStreamTests {

    private static final byte[] BYTES = "abcdef".getBytes(StandardCharsets.US_ASCII);

    private final List<Long> told = new ArrayList<>();

    @Test
    void countsWhatIsReadAndWhatIsSkipped() throws IOException {
        var counting = counting();
        assertThat(counting.read()).isEqualTo('a');
        assertThat(counting.skip(2)).isEqualTo(2);
        assertThat(counting.readAllBytes()).asString().isEqualTo("def");
        assertThat(counting.read()).isEqualTo(-1);
        assertThat(counting.count()).isEqualTo(6);
        assertThat(told).containsExactly(1L, 3L, 6L);
    }

    @Test
    void endsWithWhatItsWatcherThrows() {
        var ends =
                new CountingInputStream(
                        new ByteArrayInputStream(BYTES),
                        (more, count) -> {
                            throw new IOException("enough");
                        });
        assertThatIOException().isThrownBy(() -> ends.skip(1)).withMessage("enough");
    }

    private CountingInputStream counting() {
        return new CountingInputStream(
                new ByteArrayInputStream(BYTES), (more, count) -> told.add(count));
    }
}
