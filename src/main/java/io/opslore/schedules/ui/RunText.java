package io.opslore.schedules.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.kit.StateBadge;
import io.opslore.kit.StateBadge.Tone;
import io.opslore.schedules.JobResult;
import io.opslore.schedules.JobRun;
import io.opslore.schedules.JobStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What jobs and their runs are called. */
final class RunText {

    private RunText() {}

    static String say(String key, Object... values) {
        return I18NProvider.translate("schedules." + key, values);
    }

    static String title(JobStanding job) {
        return job.isListed()
                ? say("listed." + job.name().replaceFirst(":.*", ""), job.title())
                : say("job." + job.name());
    }

    static StateBadge badge(JobRun run) {
        return new StateBadge(
                switch (run.outcome()) {
                    case RUNNING -> Tone.BUSY;
                    case DONE -> Tone.GOOD;
                    case FAILED -> Tone.BAD;
                    case BROKEN_OFF -> Tone.WARNING;
                },
                say("outcome." + run.outcome().name().toLowerCase(Locale.ROOT)));
    }

    /** What it has done, or what was wrong; empty where there is nothing to say. */
    static String result(JobRun run) {
        JobResult result = run.result();
        return result == null
                ? run.failure()
                : say("result." + result.key(), result.values().toArray());
    }

    static String by(JobRun run) {
        String person = run.begunBy();
        return person == null ? say("bySchedule") : say("byPerson", person);
    }

    static String took(JobRun run) {
        Instant ended = run.ended();
        Duration took = Duration.between(run.began(), ended == null ? Instant.now() : ended);
        if (took.toMinutes() > 0) {
            return say("took.minutes", took.toMinutes(), took.toSecondsPart());
        }
        return took.toSeconds() > 0 ? say("took.seconds", took.toSeconds()) : say("took.less");
    }
}
