package io.opslore.guard;

import java.time.LocalDate;

/** What was used on one day of UTC. */
public record UsedOn(LocalDate day, Used used) {}
