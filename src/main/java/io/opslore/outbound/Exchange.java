package io.opslore.outbound;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/**
 * How much one request with its answer may be.
 *
 * @param whole the longest time, from the connection to the end of the answer
 * @param maxAnswer the most bytes that come back, headers and all
 * @param settings what the settings that say so begin with; for messages
 */
public record Exchange(Duration whole, DataSize maxAnswer, String settings) {}
