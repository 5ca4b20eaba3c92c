package io.opslore.outbound;

import java.time.Duration;

/**
 * What somebody needs of the way out.
 *
 * @param plainHttp whether TLS may be missing
 * @param silence the longest wait for the next bytes
 */
public record Reach(boolean plainHttp, Duration silence) {}
