package io.opslore.operations.tracing;

import io.micrometer.observation.Observation.Context;
import io.micrometer.observation.Observation.Event;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import org.springframework.stereotype.Component;

/**
 * Makes spans of what the portal itself observes, and of nothing else: what frameworks and clients
 * observe tells addresses, and so names of documents and people.
 */
@Component
class PortalSpans implements ObservationHandler<Context> {

    private final DefaultTracingObservationHandler spans;

    PortalSpans(Tracer tracer) {
        spans = new DefaultTracingObservationHandler(tracer);
    }

    /** Frameworks name theirs later, if at all; the portal's own have a name from the beginning. */
    @Override
    public boolean supportsContext(Context context) {
        String name = context.getName();
        return name != null && name.startsWith("opslore.");
    }

    @Override
    public void onStart(Context context) {
        spans.onStart(context);
    }

    /** Without what was wrong in words: messages quote what they were about. */
    @Override
    public void onError(Context context) {
        // Its class is a label already.
    }

    @Override
    public void onEvent(Event event, Context context) {
        spans.onEvent(event, context);
    }

    @Override
    public void onScopeOpened(Context context) {
        spans.onScopeOpened(context);
    }

    @Override
    public void onScopeClosed(Context context) {
        spans.onScopeClosed(context);
    }

    @Override
    public void onStop(Context context) {
        spans.onStop(context);
    }
}
