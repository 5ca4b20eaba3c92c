package io.opslore.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.ingest.IngestFeed;
import io.opslore.ingest.IngestState;
import io.opslore.ingest.SampleSpace;
import io.opslore.library.Space;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The documents that come with the portal, taken in and asked about through every real room,
 * without a model.
 */
class SampleAnswersTests extends PortalTest {

    @Autowired Accounts accounts;
    @Autowired SampleSpace samples;
    @Autowired IngestFeed feed;
    @Autowired Assistant assistant;
    @Autowired Conversations conversations;

    @Test
    void theKeyFactOfEachExpectedQuestionIsQuotedFromTheRightDocument() throws IOException {
        Asker asker = TestingAskers.with(accounts, Role.ADMIN);
        awaitReady(samples.load(asker), asker);

        var missed = new ArrayList<String>();
        List<Expected> expected = expected();
        for (Expected question : expected) {
            Answer answer = answerTo(question.question(), asker);
            if (answer.citations().stream().noneMatch(question::isHeldBy)) {
                missed.add(question.question() + " -> " + answer.outcome() + " " + sources(answer));
            }
        }
        int held = expected.size() - missed.size();
        System.out.printf(
                "Sample questions whose key fact was quoted: %d of %d; missed: %s%n",
                held, expected.size(), missed);
        assertThat(held).as("missed: %s", missed).isGreaterThanOrEqualTo(expected.size() * 8 / 10);
    }

    private Answer answerTo(String question, Asker asker) {
        Answer asked = assistant.ask(question, null, asker);
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> conversations.answers(asked.conversation(), asker).getLast(),
                        answer -> answer.outcome().isFinal());
    }

    private void awaitReady(Space space, Asker asker) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(
                        () -> feed.states(space.id(), asker),
                        states ->
                                !states.isEmpty()
                                        && states.stream()
                                                .allMatch(it ->
                                                        it.state() instanceof IngestState.Ready));
    }

    private static List<String> sources(Answer answer) {
        return answer.citations().stream()
                .map(it -> it.path() + " " + it.lines().fragment())
                .toList();
    }

    private static List<Expected> expected() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/samples-expected.tsv")).stream()
                .map(line -> line.split("\t"))
                .map(row -> new Expected(row[0], row[1], row[2]))
                .toList();
    }

    private record Expected(String question, String path, String fact) {

        boolean isHeldBy(Citation citation) {
            return citation.path().equals(path) && citation.quote().contains(fact);
        }
    }
}
