package io.opslore.assistant;

import io.opslore.assistant.gate.Terms;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * First stage: gives a follow-up question the words that it leaves out. "And how do I undo it?" is
 * searched for together with the terms of the question before. No model is asked, so that the
 * search does not wait for one.
 */
@Component
class Condensing {

    private static final int SHORT = 3;

    private static final Pattern POINTS_BACK =
            Pattern.compile(
                    "^(and|but|also|what about|how about|then|а|и|но|тогда|а как|а что)\\b"
                            + "|\\b(it|its|this|that|these|those|they|them|their|there|same|instead"
                            + "|он|она|оно|они|его|ее|её|их|ему|ей|им|ними|ним|ней|это|этого|этому|этим|этом|этот|эта|эти"
                            + "|этой|там|туда|тогда|тоже|такой|такое|такого)\\b",
                    Pattern.CASE_INSENSITIVE
                            | Pattern.UNICODE_CASE
                            | Pattern.UNICODE_CHARACTER_CLASS);

    Condensed condense(Asked asked) {
        String question = asked.question();
        String before = subject(asked.earlier());
        if (before.isEmpty()) {
            return new Condensed(asked, List.of(question));
        }
        String together = question + " " + before;
        if (pointsBack(question)) {
            return new Condensed(asked, List.of(together, question));
        }
        return new Condensed(
                asked, isShort(question) ? List.of(question, together) : List.of(question));
    }

    /** What the conversation is about: the last question, with what that one pointed back to. */
    private static String subject(List<Answer> earlier) {
        String subject = "";
        for (Answer answer : earlier) {
            String question = answer.question();
            String own = Terms.of(question).text();
            subject = pointsBack(question) ? Terms.of(own + " " + subject).text() : own;
        }
        return subject;
    }

    private static boolean pointsBack(String question) {
        return POINTS_BACK.matcher(question.strip()).find();
    }

    private static boolean isShort(String question) {
        return Terms.of(question).size() <= SHORT;
    }
}
