package io.opslore.tools.analysis;

import com.google.re2j.Pattern;

/** Names of container images. */
final class Images {

    private static final Pattern DIGEST = Pattern.compile(".*@sha256:[0-9a-f]{64}");

    private Images() {}

    /** Says whether the same name will mean the same image tomorrow. */
    static void look(Report report, String rules, String image, int line) {
        if (image.isBlank()
                || image.contains("$")
                || image.contains(HelmTemplate.MARK)
                || image.equals("scratch")
                || DIGEST.matcher(image).matches()) {
            return;
        }
        String tag = tag(image);
        if (tag.isEmpty() || tag.equals("latest")) {
            report.warn(
                    rules + "-image-latest",
                    line,
                    "Image %s %s"
                            .formatted(image, tag.isEmpty() ? "has no tag" : "is tagged latest"),
                    "Name a version, best with its digest (@sha256:…): what latest means changes.");
        } else {
            report.note(
                    rules + "-image-no-digest",
                    line,
                    "Image " + image + " has no digest",
                    "Add @sha256:…, so that nobody can put another image behind the tag.");
        }
    }

    private static String tag(String image) {
        int at = image.indexOf('@');
        String name = at < 0 ? image : image.substring(0, at);
        int colon = name.lastIndexOf(':');
        return colon > name.lastIndexOf('/') ? name.substring(colon + 1) : "";
    }
}
