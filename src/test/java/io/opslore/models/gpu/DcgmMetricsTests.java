package io.opslore.models.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.opslore.models.GpuLook;
import io.opslore.models.GpuReading;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DcgmMetricsTests {

    /** As an exporter writes it, shortened. */
    private static final String METRICS =
            """
            # HELP DCGM_FI_DEV_SM_CLOCK SM clock frequency (in MHz).
            # TYPE DCGM_FI_DEV_SM_CLOCK gauge
            DCGM_FI_DEV_SM_CLOCK{gpu="0",UUID="GPU-604ac76c",device="nvidia0",modelName="NVIDIA A10",Hostname="gpu-1"} 139
            # HELP DCGM_FI_DEV_GPU_TEMP GPU temperature (in C).
            # TYPE DCGM_FI_DEV_GPU_TEMP gauge
            DCGM_FI_DEV_GPU_TEMP{gpu="0",UUID="GPU-604ac76c",device="nvidia0",modelName="NVIDIA A10",Hostname="gpu-1"} 34
            DCGM_FI_DEV_GPU_TEMP{gpu="1",UUID="GPU-711bd87d",device="nvidia1",modelName="NVIDIA A10",Hostname="gpu-1",pod="a \\"b\\", {c}"} 51 1700000000000
            DCGM_FI_DEV_GPU_UTIL{gpu="0",UUID="GPU-604ac76c",device="nvidia0",modelName="NVIDIA A10",Hostname="gpu-1"} 0
            DCGM_FI_DEV_GPU_UTIL{gpu="1",UUID="GPU-711bd87d",device="nvidia1",modelName="NVIDIA A10",Hostname="gpu-1"} 9.8e+01
            DCGM_FI_DEV_FB_FREE{gpu="0",UUID="GPU-604ac76c",device="nvidia0",modelName="NVIDIA A10",Hostname="gpu-1"} 22000
            DCGM_FI_DEV_FB_FREE{gpu="1",UUID="GPU-711bd87d",device="nvidia1",modelName="NVIDIA A10",Hostname="gpu-1"} 9223372036854775794
            DCGM_FI_DEV_FB_USED{gpu="0",UUID="GPU-604ac76c",device="nvidia0",modelName="NVIDIA A10",Hostname="gpu-1"} 500
            DCGM_FI_DEV_FB_USED{gpu="1",UUID="GPU-711bd87d",device="nvidia1",modelName="NVIDIA A10",Hostname="gpu-1"} NaN
            """;

    private static final GpuLook SEEN =
            new GpuLook.Seen(
                    List.of(
                            new GpuReading(
                                    "gpu-1 0",
                                    "NVIDIA A10",
                                    OptionalDouble.of(0),
                                    OptionalDouble.of(500),
                                    OptionalDouble.of(22500),
                                    OptionalDouble.of(34)),
                            new GpuReading(
                                    "gpu-1 1",
                                    "NVIDIA A10",
                                    OptionalDouble.of(98),
                                    OptionalDouble.empty(),
                                    OptionalDouble.empty(),
                                    OptionalDouble.of(51))));

    @Test
    void readsEveryCardAndLeavesOutWhatIsNotKnown() {
        assertThat(DcgmMetrics.read(METRICS)).isEqualTo(SEEN);
    }

    @Test
    void partsOfOneCardStandBesideEachOther() {
        GpuLook look =
                DcgmMetrics.read(
                        """
                        DCGM_FI_DEV_FB_USED{gpu="0",modelName="A100",GPU_I_PROFILE="3g.20gb",GPU_I_ID="1",Hostname=""} 11
                        DCGM_FI_DEV_FB_USED{gpu="0",modelName="A100",GPU_I_PROFILE="3g.20gb",GPU_I_ID="2",Hostname=""} 12
                        """);

        assertThat(((GpuLook.Seen) look).gpus())
                .extracting(GpuReading::id, GpuReading::name)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("0.1", "A100 3g.20gb"),
                        org.assertj.core.groups.Tuple.tuple("0.2", "A100 3g.20gb"));
    }

    @Test
    void whatIsNoMetricIsNoCard() {
        assertThat(DcgmMetrics.read("")).isEqualTo(new GpuLook.None());
        assertThat(DcgmMetrics.read("<html>Not here</html>")).isEqualTo(new GpuLook.None());
    }

    @Test
    void asksTheExporter() throws IOException {
        HttpServer standIn =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        standIn.createContext(
                "/metrics",
                exchange -> {
                    byte[] body = METRICS.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        standIn.start();
        var metrics =
                new DcgmMetrics("http://127.0.0.1:" + standIn.getAddress().getPort() + "/metrics");
        try {
            assertThat(metrics.look()).isEqualTo(SEEN);
        } finally {
            standIn.stop(0);
        }
        assertThat(metrics.look()).isInstanceOf(GpuLook.Failed.class);
    }
}
