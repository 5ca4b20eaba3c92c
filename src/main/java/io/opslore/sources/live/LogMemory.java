package io.opslore.sources.live;

import io.opslore.connections.ConnectionId;
import io.opslore.library.Sha256;
import io.opslore.sources.SourceId;
import io.opslore.sources.live.LogQueries.Query;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was seen of logs, for each question of its own. Thread-safe. */
@Component
class LogMemory {

    private static final String DAY = "day/";
    private static final String UNTIL = "until";
    private static final String TOLD = "told";

    private final LiveMemory memory;

    LogMemory(LiveMemory memory) {
        this.memory = memory;
    }

    /** Another question of the same name begins anew. */
    Log of(SourceId source, ConnectionId connection, Query query) {
        String asked = Sha256.of(connection.value() + "\n" + query.name() + "\n" + query.query());
        return new Log(memory, source, "logs/" + asked + "/", query);
    }

    /** Of one question. */
    record Log(LiveMemory memory, SourceId source, String prefix, Query query) {

        private record Page(String mark, String text) {}

        /** By day; older ones than that are forgotten. */
        Map<String, LogDay> days(String oldest) {
            Map<String, LogDay> days = new TreeMap<>();
            memory.recallAll(source, prefix + DAY)
                    .forEach((day, content) -> {
                        if (day.compareTo(oldest) < 0) {
                            memory.forget(source, prefix + DAY + day);
                        } else {
                            days.put(day, JsonMapper.shared().readValue(content, LogDay.class));
                        }
                    });
            return days;
        }

        /** Up to when the log was looked at. */
        Instant until() {
            return memory.recall(source, prefix + UNTIL).map(Instant::parse).orElse(Instant.EPOCH);
        }

        /** Days that were looked at from then on, and until when. */
        void keep(Map<String, LogDay> days, Instant from, Instant until) {
            String first = Told.day(from);
            days.forEach((day, seen) -> {
                if (day.compareTo(first) >= 0) {
                    String content = JsonMapper.shared().writeValueAsString(seen);
                    memory.keep(source, prefix + DAY + day, content);
                }
            });
            memory.keep(source, prefix + UNTIL, until.toString());
        }

        /** As told last, unless the mark is another one: counts alone are no news. */
        String patterns(String mark, Supplier<String> text) {
            Optional<Page> last =
                    memory.recall(source, prefix + TOLD)
                            .map(told -> JsonMapper.shared().readValue(told, Page.class))
                            .filter(told -> told.mark().equals(mark));
            if (last.isPresent()) {
                return last.get().text();
            }
            Page page = new Page(mark, text.get());
            memory.keep(source, prefix + TOLD, JsonMapper.shared().writeValueAsString(page));
            return page.text();
        }
    }
}
