package io.opslore.identity;

/**
 * Where a sign-in came from, as the network and the browser say.
 *
 * @param userAgent what the browser calls itself; cut off where it says too much
 */
public record SignInOrigin(String address, String userAgent) {

    private static final int LONGEST = 300;

    public SignInOrigin {
        userAgent = userAgent.substring(0, Math.min(LONGEST, userAgent.length()));
    }
}
