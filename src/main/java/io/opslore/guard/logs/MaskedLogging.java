package io.opslore.guard.logs;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.AppenderAttachable;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogFile;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.LoggingSystemFactory;
import org.springframework.boot.logging.logback.LogbackLoggingSystem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Spring Boot's own logging, in which whatever writes, to the terminal, to a file, or as an admin's
 * own configuration says, is given no secrets.
 */
public class MaskedLogging extends LogbackLoggingSystem {

    MaskedLogging(ClassLoader loader) {
        super(loader);
    }

    @Override
    protected void loadDefaults(LoggingInitializationContext context, @Nullable LogFile file) {
        super.loadDefaults(context, file);
        mask();
    }

    @Override
    protected void loadConfiguration(
            LoggingInitializationContext context, String location, @Nullable LogFile file) {
        super.loadConfiguration(context, location, file);
        mask();
    }

    @Override
    protected void reinitialize(LoggingInitializationContext context) {
        super.reinitialize(context);
        mask();
    }

    private static void mask() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
            for (Logger logger : loggers.getLoggerList()) {
                mask(logger.iteratorForAppenders());
            }
        }
    }

    private static void mask(Iterator<Appender<ILoggingEvent>> appenders) {
        while (appenders.hasNext()) {
            Appender<ILoggingEvent> appender = appenders.next();
            if (appender instanceof OutputStreamAppender<ILoggingEvent> writing) {
                mask(writing);
            } else if (appender instanceof AppenderAttachable<?> passing) {
                mask(passed(passing));
            }
        }
    }

    private static void mask(OutputStreamAppender<ILoggingEvent> appender) {
        Encoder<ILoggingEvent> encoder = appender.getEncoder();
        if (encoder != null && !(encoder instanceof MaskingEncoder)) {
            MaskingEncoder masking = new MaskingEncoder(encoder);
            masking.start();
            appender.setEncoder(masking);
        }
    }

    /** What stands behind an appender that only passes on, as asynchronous ones do. */
    @SuppressWarnings("unchecked")
    private static Iterator<Appender<ILoggingEvent>> passed(AppenderAttachable<?> appender) {
        return ((AppenderAttachable<ILoggingEvent>) appender).iteratorForAppenders();
    }

    /** Found by Spring Boot before its own. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    public static class Factory implements LoggingSystemFactory {

        @Override
        public LoggingSystem getLoggingSystem(ClassLoader loader) {
            return new MaskedLogging(loader);
        }
    }
}
