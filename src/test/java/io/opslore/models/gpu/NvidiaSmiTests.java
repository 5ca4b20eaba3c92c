package io.opslore.models.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.models.GpuLook;
import io.opslore.models.GpuReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NvidiaSmiTests {

    @TempDir Path folder;

    @Test
    void readsEveryCard() {
        GpuLook look =
                NvidiaSmi.read(
                        """
                        0, NVIDIA A100-SXM4-80GB, 37, 61035, 81920, 54
                        1, NVIDIA GeForce RTX 4090, 0, 1, 24564, 31
                        """,
                        true);

        assertThat(look)
                .isEqualTo(
                        seen(
                                reading("0", "NVIDIA A100-SXM4-80GB", 37, 61035, 81920, 54),
                                reading("1", "NVIDIA GeForce RTX 4090", 0, 1, 24564, 31)));
    }

    @Test
    void whatACardDoesNotTellIsEmpty() {
        GpuLook look =
                NvidiaSmi.read(
                        """
                        0, NVIDIA A100-SXM4-40GB MIG 3g.20gb, [N/A], 9, 20096, [N/A]
                        1, NVIDIA GB10, 3, [Not Supported], [Not Supported], [Unknown Error]
                        2, NVIDIA H100 PCIe, [GPU requires reset], ERR!, 81559, 40
                        """,
                        true);

        assertThat(((GpuLook.Seen) look).gpus())
                .containsExactly(
                        new GpuReading(
                                "0",
                                "NVIDIA A100-SXM4-40GB MIG 3g.20gb",
                                OptionalDouble.empty(),
                                OptionalDouble.of(9),
                                OptionalDouble.of(20096),
                                OptionalDouble.empty()),
                        new GpuReading(
                                "1",
                                "NVIDIA GB10",
                                OptionalDouble.of(3),
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                OptionalDouble.empty()),
                        new GpuReading(
                                "2",
                                "NVIDIA H100 PCIe",
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                OptionalDouble.of(81559),
                                OptionalDouble.of(40)));
    }

    @Test
    void oneBrokenCardDoesNotHideTheOthers() {
        GpuLook look =
                NvidiaSmi.read(
                        """
                        Unable to determine the device handle for GPU0000:01:00.0: Unknown Error
                        1, Tesla T4, 100, 15000, 15360, 79
                        """,
                        false);

        assertThat(look).isEqualTo(seen(reading("1", "Tesla T4", 100, 15000, 15360, 79)));
    }

    @Test
    void saysWhatTheDriverSaysWhereItFails() {
        String said =
                "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver."
                        + " Make sure that the latest NVIDIA driver is installed and running.";

        assertThat(NvidiaSmi.read(said + "\n\n", false)).isEqualTo(new GpuLook.Failed(said));
        assertThat(NvidiaSmi.read("", false)).isEqualTo(new GpuLook.Failed("It said nothing"));
        assertThat(NvidiaSmi.read("No devices were found\n", false)).isEqualTo(new GpuLook.None());
    }

    @Test
    void asksTheProgramForWhatItReads() throws IOException {
        // A stand-in: it prints what the real one does when it is asked in this way.
        Path standIn =
                script(
                        """
                        case "$*" in
                        "--query-gpu=index,name,utilization.gpu,memory.used,memory.total,temperature.gpu --format=csv,noheader,nounits")
                            echo "0, Tesla T4, 12, 450, 15360, 41" ;;
                        *) echo "Invalid combination of input arguments." >&2; exit 2 ;;
                        esac
                        """);

        assertThat(new NvidiaSmi(standIn.toString()).look())
                .isEqualTo(seen(reading("0", "Tesla T4", 12, 450, 15360, 41)));
    }

    @Test
    void withoutTheProgramThereIsNone() {
        assertThat(new NvidiaSmi(folder.resolve("nvidia-smi").toString()).look())
                .isEqualTo(new GpuLook.None());
    }

    private Path script(String body) throws IOException {
        Path script = Files.writeString(folder.resolve("stand-in"), "#!/bin/sh\n" + body);
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    private static GpuLook seen(GpuReading... gpus) {
        return new GpuLook.Seen(java.util.List.of(gpus));
    }

    private static GpuReading reading(
            String id, String name, double use, double used, double total, double degrees) {
        return new GpuReading(
                id,
                name,
                OptionalDouble.of(use),
                OptionalDouble.of(used),
                OptionalDouble.of(total),
                OptionalDouble.of(degrees));
    }
}
