package io.opslore.identity;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a sign-in came from, as the network and the browser say.
 *
 * @param userAgent what the browser calls itself; cut off where it says too much
 */
public record SignInOrigin(String address, String userAgent) {

    private static final int LONGEST = 300;
    private static final Map<String, String> NAMES =
            inOrder(
                    "Edg/",
                    "Edge",
                    "OPR/",
                    "Opera",
                    "YaBrowser/",
                    "Yandex",
                    "Firefox/",
                    "Firefox",
                    "Chrome/",
                    "Chrome",
                    "Safari/",
                    "Safari");
    private static final Map<String, String> SYSTEMS =
            inOrder(
                    "Android",
                    "Android",
                    "iPhone",
                    "iPhone",
                    "iPad",
                    "iPad",
                    "Windows",
                    "Windows",
                    "Mac OS X",
                    "macOS",
                    "CrOS",
                    "ChromeOS",
                    "Linux",
                    "Linux");

    public SignInOrigin {
        userAgent = userAgent.substring(0, Math.min(LONGEST, userAgent.length()));
    }

    /** The browser and where it runs, in two words, as far as it says. */
    public String browser() {
        String name = known(NAMES);
        String system = known(SYSTEMS);
        if (name.isEmpty()) {
            return userAgent.isBlank() ? "?" : userAgent.split("[ /]", 2)[0];
        }
        return system.isEmpty() ? name : name + " · " + system;
    }

    private String known(Map<String, String> signs) {
        return signs.entrySet().stream()
                .filter(sign -> userAgent.contains(sign.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** The first that fits: many browsers also call themselves by another's name. */
    private static Map<String, String> inOrder(String... signsAndNames) {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (int i = 0; i < signsAndNames.length; i += 2) {
            ordered.put(signsAndNames[i], signsAndNames[i + 1]);
        }
        return ordered;
    }
}
