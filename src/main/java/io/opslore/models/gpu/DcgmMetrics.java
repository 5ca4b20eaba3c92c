package io.opslore.models.gpu;

import io.opslore.models.GpuLook;
import io.opslore.models.GpuReading;
import io.opslore.models.GpuReadings;
import io.opslore.outbound.TrustedTarget;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what a DCGM exporter tells in Prometheus' text format, where the cards are elsewhere. */
final class DcgmMetrics implements GpuReadings {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration WHOLE = Duration.ofSeconds(5);
    private static final int LONGEST = 4 * 1024 * 1024;

    private static final String UTILISATION = "DCGM_FI_DEV_GPU_UTIL";
    private static final String USED = "DCGM_FI_DEV_FB_USED";
    private static final String FREE = "DCGM_FI_DEV_FB_FREE";
    private static final String TEMPERATURE = "DCGM_FI_DEV_GPU_TEMP";

    private static final Pattern LINE =
            Pattern.compile("(DCGM_FI_DEV_\\w+)\\{(.*)}\\s+(\\S+)(\\s+\\d+)?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** DCGM's numbers for "not known" begin here. */
    private static final double BLANK = 1e15;

    private final URI address;
    private final HttpClient http;

    DcgmMetrics(String address) {
        this.address = URI.create(address);
        http = TrustedTarget.at(this.address, CONNECT);
    }

    @Override
    public String source() {
        return address.toString();
    }

    @Override
    public GpuLook look() {
        var request = HttpRequest.newBuilder(address).timeout(WHOLE).build();
        try {
            HttpResponse<String> answer =
                    http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST));
            return answer.statusCode() == 200
                    ? read(answer.body())
                    : new GpuLook.Failed("It answered " + answer.statusCode());
        } catch (IOException e) {
            return new GpuLook.Failed("No answer: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new GpuLook.Failed("The portal stops");
        }
    }

    static GpuLook read(String metrics) {
        Map<String, Card> cards = new LinkedHashMap<>();
        metrics.lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .forEach(line -> take(line, cards));
        List<GpuReading> gpus =
                cards.entrySet().stream()
                        .map(card -> card.getValue().reading(card.getKey()))
                        .toList();
        return gpus.isEmpty() ? new GpuLook.None() : new GpuLook.Seen(gpus);
    }

    private static void take(Matcher line, Map<String, Card> cards) {
        double value;
        try {
            value = Double.parseDouble(line.group(3));
        } catch (NumberFormatException notANumber) {
            return;
        }
        if (!(value < BLANK)) {
            return;
        }
        Map<String, String> labels =
                LABEL.matcher(line.group(2))
                        .results()
                        .collect(
                                Collectors.toMap(
                                        label -> label.group(1),
                                        label -> label.group(2),
                                        (first, second) -> first));
        cards.computeIfAbsent(id(labels), id -> new Card(name(labels), new HashMap<>()))
                .values()
                .put(line.group(1), value);
    }

    /** Cards of several machines have the same numbers; parts of one card (MIG) do too. */
    private static String id(Map<String, String> labels) {
        String host = labels.getOrDefault("Hostname", "");
        String part = labels.getOrDefault("GPU_I_ID", "");
        return (host.isEmpty() ? "" : host + " ")
                + labels.getOrDefault("gpu", "?")
                + (part.isEmpty() ? "" : "." + part);
    }

    private static String name(Map<String, String> labels) {
        String part = labels.getOrDefault("GPU_I_PROFILE", "");
        return (labels.getOrDefault("modelName", "GPU") + " " + part).strip();
    }

    private record Card(String name, Map<String, Double> values) {

        GpuReading reading(String id) {
            OptionalDouble used = value(USED);
            OptionalDouble free = value(FREE);
            return new GpuReading(
                    id,
                    name,
                    value(UTILISATION),
                    used,
                    used.isPresent() && free.isPresent()
                            ? OptionalDouble.of(used.orElseThrow() + free.orElseThrow())
                            : OptionalDouble.empty(),
                    value(TEMPERATURE));
        }

        private OptionalDouble value(String metric) {
            Double value = values.get(metric);
            return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
        }
    }
}
