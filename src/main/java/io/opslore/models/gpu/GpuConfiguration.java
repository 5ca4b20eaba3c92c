package io.opslore.models.gpu;

import io.opslore.models.GpuReadings;
import io.opslore.models.GpuSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The exporter where its address is set, else the program beside the cards. */
@Configuration(proxyBeanMethods = false)
class GpuConfiguration {

    @Bean
    GpuReadings gpuReadings(GpuSettings settings) {
        return settings.metricsUrl().isEmpty()
                ? new NvidiaSmi(settings.command())
                : new DcgmMetrics(settings.metricsUrl());
    }
}
