package io.opslore.operations.support;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All numbers, as Prometheus would read them now. */
@Component
class MetricsPart implements BundlePart {

    private final ObjectProvider<PrometheusMeterRegistry> meters;

    MetricsPart(ObjectProvider<PrometheusMeterRegistry> meters) {
        this.meters = meters;
    }

    @Override
    public String file() {
        return "metrics.txt";
    }

    @Override
    public String content() {
        PrometheusMeterRegistry registry = meters.getIfAvailable();
        return registry == null ? "No metrics are kept.\n" : registry.scrape();
    }
}
