package io.opslore.schedules;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A job that counts its runs. */
final class TestingJob implements ScheduledJob {

    final AtomicInteger runs = new AtomicInteger();
    final CountDownLatch begun = new CountDownLatch(1);
    private final String name;
    private final Cadence cadence;
    private final Callable<JobResult> work;

    TestingJob(String name, Cadence cadence, Callable<JobResult> work) {
        this.name = name;
        this.cadence = cadence;
        this.work = work;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Cadence cadence() {
        return cadence;
    }

    @Override
    public JobResult run() throws Exception {
        runs.incrementAndGet();
        begun.countDown();
        return work.call();
    }
}
