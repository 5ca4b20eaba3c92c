package io.opslore.quality.bench;

import java.lang.management.ManagementFactory;

/** What the heap holds when nothing is garbage. */
final class MemoryBench {

    private MemoryBench() {}

    static double usedMegabytes() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() / 1e6;
    }
}
