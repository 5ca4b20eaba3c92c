package io.opslore.tools.logs;

import io.opslore.connections.logfiles.LogFolders;
import io.opslore.connections.loki.Lokis;
import io.opslore.tools.ChosenSource;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Whatever keeps logs. */
@Component
record LogSources(ChosenSource chosen, Lokis lokis, LogFolders folders, Clock clock) {}
