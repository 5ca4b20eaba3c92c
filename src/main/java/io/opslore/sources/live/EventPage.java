package io.opslore.sources.live;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes down what happened in a namespace on one day. */
final class EventPage {

    private static final int MOST = 300;
    private static final int LONGEST = 400;

    private EventPage() {}

    static LiveDocument of(String namespace, String day, Collection<SeenEvent> events) {
        List<SeenEvent> told = grouped(events);
        StringBuilder text =
                new StringBuilder()
                        .append("# Events in the namespace ")
                        .append(namespace)
                        .append(" on ")
                        .append(day)
                        .append(
                                "\n\nKubernetes events, times in UTC. Equal ones are one line, with"
                                        + " how often they came.\n");
        part(text, "Warnings", told.stream().filter(SeenEvent::isWarning).toList());
        part(text, "Others", told.stream().filter(one -> !one.isWarning()).toList());
        return LiveDocument.of(
                "%s/events/%s.md".formatted(Told.segment(namespace), day), "", text.toString());
    }

    /** The first that happened comes first, so that what is new stands at the end. */
    private static List<SeenEvent> grouped(Collection<SeenEvent> events) {
        return events.stream()
                .sorted(Comparator.comparing(SeenEvent::id))
                .collect(
                        Collectors.toMap(
                                one -> one.object() + "\n" + one.reason() + "\n" + one.message(),
                                one -> one,
                                SeenEvent::with,
                                TreeMap::new))
                .values()
                .stream()
                .sorted(Comparator.comparing(SeenEvent::first).thenComparing(SeenEvent::object))
                .toList();
    }

    private static void part(StringBuilder text, String title, List<SeenEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        text.append("\n## ").append(title).append("\n\n");
        // The last ones matter most where there are too many.
        int left = Math.max(0, events.size() - MOST);
        if (left > 0) {
            text.append("- ").append(left).append(" earlier ones are left out\n");
        }
        events.subList(left, events.size()).forEach(one -> line(text, one));
    }

    private static void line(StringBuilder text, SeenEvent event) {
        text.append("- ").append(Told.second(event.first()));
        if (!event.last().equals(event.first())) {
            text.append(" to ").append(Told.second(event.last()));
        }
        text.append(", ")
                .append(event.count())
                .append("×, ")
                .append(event.object())
                .append(", ")
                .append(event.reason())
                .append(": ")
                .append(Told.code(event.message(), LONGEST))
                .append('\n');
    }
}
