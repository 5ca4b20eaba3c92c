package io.opslore.guard.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextVO;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/** A line of the log without its secrets: message, exception and what goes along with them. */
record MaskedEvent(ILoggingEvent whole, String message, @Nullable IThrowableProxy throwable)
        implements ILoggingEvent {

    static ILoggingEvent of(ILoggingEvent event) {
        String message = String.valueOf(event.getFormattedMessage());
        return new MaskedEvent(
                event, LogMask.mask(message), MaskedThrowable.of(event.getThrowableProxy()));
    }

    @Override
    public String getMessage() {
        return message;
    }

    /** None: they stand in the message already. */
    @Override
    public Object @Nullable [] getArgumentArray() {
        return null;
    }

    @Override
    public String getFormattedMessage() {
        return message;
    }

    @Override
    public @Nullable IThrowableProxy getThrowableProxy() {
        return throwable;
    }

    @Override
    public Map<String, String> getMDCPropertyMap() {
        Map<String, String> properties = whole.getMDCPropertyMap();
        return properties.isEmpty()
                ? properties
                : properties.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        it -> value(it.getKey(), it.getValue())));
    }

    @Override
    @Deprecated
    public Map<String, String> getMdc() {
        return getMDCPropertyMap();
    }

    @Override
    public @Nullable List<KeyValuePair> getKeyValuePairs() {
        List<KeyValuePair> pairs = whole.getKeyValuePairs();
        return pairs == null
                ? null
                : pairs.stream()
                        .map(it ->
                                new KeyValuePair(it.key, value(it.key, String.valueOf(it.value))))
                        .toList();
    }

    /** Its name may tell that it is a secret. */
    private static String value(String key, String value) {
        String pair = key + ": " + value;
        String masked = LogMask.mask(pair);
        return masked.equals(pair) ? value : masked.substring(key.length() + 2);
    }

    @Override
    public String getThreadName() {
        return whole.getThreadName();
    }

    @Override
    public Level getLevel() {
        return whole.getLevel();
    }

    @Override
    public String getLoggerName() {
        return whole.getLoggerName();
    }

    @Override
    public LoggerContextVO getLoggerContextVO() {
        return whole.getLoggerContextVO();
    }

    @Override
    public StackTraceElement[] getCallerData() {
        return whole.getCallerData();
    }

    @Override
    public boolean hasCallerData() {
        return whole.hasCallerData();
    }

    @Override
    public @Nullable List<Marker> getMarkerList() {
        return whole.getMarkerList();
    }

    @Override
    public long getTimeStamp() {
        return whole.getTimeStamp();
    }

    @Override
    public int getNanoseconds() {
        return whole.getNanoseconds();
    }

    @Override
    public Instant getInstant() {
        return whole.getInstant();
    }

    @Override
    public long getSequenceNumber() {
        return whole.getSequenceNumber();
    }

    @Override
    public void prepareForDeferredProcessing() {
        whole.prepareForDeferredProcessing();
    }
}
