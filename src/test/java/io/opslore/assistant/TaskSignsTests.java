package io.opslore.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.library.Details;
import io.opslore.library.Document;
import io.opslore.library.DocumentId;
import io.opslore.library.LineRange;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.models.ModelTask;
import io.opslore.retrieval.Passage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskSignsTests {

    /** Question | what was found | what it is about. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Which port does the gateway listen on?                       | gateway.md        | DOCUMENTATION
                    Where are the logs of the gateway stored?                    | logging.md        | DOCUMENTATION
                    How do I rotate the certificates?                            | certs.md,tls.md   | DOCUMENTATION
                    Who is on call at the weekend?                               | oncall.md         | DOCUMENTATION
                    What is the backup policy for PostgreSQL?                    | backup.pdf        | DOCUMENTATION
                    When does the maintenance window begin?                      | windows.docx      | DOCUMENTATION
                    Gateway port                                                 | gateway.md        | DOCUMENTATION
                    Steps of the disaster recovery runbook                       | dr.md             | DOCUMENTATION
                    How many replicas does the broker have?                      | broker.yaml       | DOCUMENTATION
                    How long are audit records kept?                             | audit.md          | DOCUMENTATION
                    Какой порт слушает шлюз?                                     | gateway.md        | DOCUMENTATION
                    Где хранятся резервные копии?                                | backup.md         | DOCUMENTATION
                    Как обновить сертификаты?                                    | certs.md          | DOCUMENTATION
                    Кто дежурит в выходные?                                      | oncall.md         | DOCUMENTATION
                    Сколько хранятся записи аудита?                              | audit.md          | DOCUMENTATION
                    Регламент обновления кластера                                | upgrade.md        | DOCUMENTATION
                    Why does the gateway crash with a timeout?                   | gateway.md        | LOGS
                    Why did the payment service fail last night?                 | payments.md       | LOGS
                    Root cause of the outage on Monday                           | incidents.md      | LOGS
                    java.lang.NullPointerException in OrderService               | orders.md         | LOGS
                    The pod restarts itself with an OOM error                    | pods.md           | LOGS
                    2026-11-02T10:00:00Z ERROR db: connection refused            | db.md             | LOGS
                    12:00:01.123 [main] WARN pool exhausted                      | db.md             | LOGS
                    Nov  2 10:00:00 web-1 sshd[812]: session closed              |                   | LOGS
                    level=error msg="dial tcp: i/o timeout"                      |                   | LOGS
                    What errors are there around midnight?                       | app.log,db.log    | LOGS
                    Почему падает сервис оплаты?                                 | payments.md       | LOGS
                    Причина сбоя и ошибки в журнале шлюза                        | gateway.md        | LOGS
                    Сервис завис, в логах таймаут                                | gateway.md        | LOGS
                    Разбери ошибку при старте                                    | start.md          | LOGS
                    Review this function for thread safety                       | style.md          | CODE
                    Rewrite the backup script in Python                          | backup.md         | CODE
                    Refactor the retry code of the client                        | Client.java       | CODE
                    Write a SQL query for the slowest jobs                       | jobs.md           | CODE
                    select id from job where state = 'FAILED'                    |                   | CODE
                    diff --git a/x b/x                                           |                   | CODE
                    Explain this: ```kubectl get pods```                         | pods.md           | DOCUMENTATION
                    Dockerfile and manifest for the worker                       | worker.md         | CODE
                    retry loop                                                   | Retry.java,Loop.py| CODE
                    Перепиши скрипт резервного копирования                       | backup.md         | CODE
                    Проверь код этой функции                                     | style.md          | CODE
                    Напиши юнит-тест для метода оплаты                           | Pay.java          | CODE
                    Сделай ревью манифеста                                       | app.yaml          | CODE
                    Translate the runbook into German                            | runbook.md        | GENERAL
                    Summarize the incident review for the management             | review.md         | GENERAL
                    Hello                                                        |                   | GENERAL
                    Write an email about the maintenance                         | windows.md        | GENERAL
                    Something about everything                                   |                   | GENERAL
                    Переведи инструкцию на английский                            | guide.md          | GENERAL
                    Сформулируй объявление о работах                             | windows.md        | GENERAL
                    Перескажи кратко регламент                                   | rules.md          | GENERAL
                    Привет                                                       |                   | GENERAL
                    """)
    void judgesWhatAQuestionIsAbout(String question, String found, ModelTask task) {
        List<Passage> passages = found(found == null ? "" : found);
        assertThat(TaskSigns.of(question, passages)).isEqualTo(task);
        assertThat(TaskSigns.of(question, passages)).as("again").isEqualTo(task);
    }

    @Test
    void whatIsPastedDecides() {
        String trace = "What is this?\n```\n\tat io.opslore.Main.run(Main.java:12)\n```";
        String code = "What does this do?\n```\nfor (int i = 0; i < 3; i++) {}\n```";
        String python = "Что это?\nTraceback (most recent call last):\n  File \"a.py\", line 3";
        assertThat(TaskSigns.of(trace, found("a.md"))).isEqualTo(ModelTask.LOGS);
        assertThat(TaskSigns.of(code, found("a.md"))).isEqualTo(ModelTask.CODE);
        assertThat(TaskSigns.of(python, found("a.md"))).isEqualTo(ModelTask.LOGS);
    }

    private static List<Passage> found(String paths) {
        return Arrays.stream(paths.split(","))
                .filter(path -> !path.isBlank())
                .map(TaskSignsTests::passage)
                .toList();
    }

    private static Passage passage(String path) {
        var revision = new RevisionId(UUID.randomUUID());
        var document =
                new Document(
                        new DocumentId(UUID.randomUUID()),
                        new SpaceId(UUID.randomUUID()),
                        "upload",
                        path,
                        path,
                        revision,
                        revision,
                        Instant.EPOCH,
                        Details.NONE,
                        null);
        return new Passage(
                document, revision, 1, "", new LineRange(1, 1), 0, "text", "en", 1, 1, 1);
    }
}
