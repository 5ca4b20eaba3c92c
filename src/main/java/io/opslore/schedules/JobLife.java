package io.opslore.schedules;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Begins with the jobs when the portal has started, and ends them before anything else stops. */
@Component
@Profile("!maintenance")
class JobLife implements SmartLifecycle {

    private final JobQueue queue;
    private final List<ScheduledJob> jobs;

    JobLife(JobQueue queue, ObjectProvider<ScheduledJob> jobs) {
        this.queue = queue;
        this.jobs = jobs.stream().toList();
    }

    @Override
    public void start() {
        queue.start(jobs);
    }

    @Override
    public void stop() {
        queue.stop();
    }

    @Override
    public boolean isRunning() {
        return queue.isRunning();
    }
}
