package io.opslore.operations.support;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Where every thread of the platform is, and how the memory is cleaned. */
@Component
class ThreadsPart implements BundlePart {

    @Override
    public String file() {
        return "threads.txt";
    }

    @Override
    public String content() {
        String collectors =
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(ThreadsPart::told)
                        .collect(Collectors.joining());
        return collectors
                + "\n"
                + Arrays.stream(ManagementFactory.getThreadMXBean().dumpAllThreads(false, false))
                        .map(ThreadsPart::told)
                        .collect(Collectors.joining("\n"));
    }

    private static String told(GarbageCollectorMXBean collector) {
        return "%s: %d times, %d ms\n"
                .formatted(
                        collector.getName(),
                        collector.getCollectionCount(),
                        collector.getCollectionTime());
    }

    private static String told(ThreadInfo thread) {
        String frames =
                Arrays.stream(thread.getStackTrace())
                        .map(frame -> "\tat " + frame + "\n")
                        .collect(Collectors.joining());
        return "%d %s%n%s".formatted(thread.getThreadId(), thread.getThreadState(), frames);
    }
}
