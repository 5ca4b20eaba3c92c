package io.opslore.assistant;

/** Names conversations after their first question. */
final class Titles {

    private static final int LONGEST = 80;

    private Titles() {}

    /** One line of at most 80 characters, cut between words where there is a good place. */
    static String of(String question) {
        String line = question.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = line.offsetByCodePoints(0, line.codePointCount(0, LONGEST - 1));
        int space = line.lastIndexOf(' ', end);
        return line.substring(0, space > LONGEST / 2 ? space : end).stripTrailing() + "…";
    }
}
