package io.opslore.assistant.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesQuestionTests {

    /** A Sunday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    What changed since 2026-11-01?                     | 2026-11-01
                    what has changed since 1 November?                 | 2026-11-01
                    What changed since November 5th, 2025?             | 2025-11-05
                    Which documents were updated since yesterday?      | 2026-11-21
                    What's new today?                                  | 2026-11-22
                    What changed since Monday?                         | 2026-11-16
                    Show changes in the last 3 days                    | 2026-11-19
                    What changed last week?                            | 2026-11-15
                    What was modified two or 10 days ago?              | 2026-11-12
                    What changed in the past month?                    | 2026-10-22
                    What changed recently?                             | 2026-11-15
                    What changed since 24 December?                    | 2025-12-24
                    Что изменилось с 1 ноября?                         | 2026-11-01
                    Что изменилось с 01.11.2026?                       | 2026-11-01
                    Что нового со вчерашнего дня?                      | 2026-11-21
                    Какие документы изменились за последнюю неделю?    | 2026-11-15
                    Что изменилось за последние 3 дня?                 | 2026-11-19
                    Что изменилось с понедельника?                     | 2026-11-16
                    Покажи изменения за последний месяц                | 2026-10-22
                    """)
    void readsTheDay(String question, LocalDate since) {
        assertThat(ChangesQuestion.in(question, TODAY))
                .hasValueSatisfying(found -> {
                    assertThat(found.since()).isEqualTo(since);
                    assertThat(found.about().text()).matches("(two|)");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    What changed since Monday about Redis?       | redis
                    What changed in the Redis runbook since 2026-11-01? | redis runbook
                    Что изменилось за последнюю неделю в Redis?  | redis
                    """)
    void readsWhatItIsAbout(String question, String about) {
        assertThat(ChangesQuestion.in(question, TODAY).orElseThrow().about().text())
                .isEqualTo(about);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is changed by setting maxmemory?",
                "How often does the password change?",
                "Since when do we use RabbitMQ?",
                "What changed since version 2.4?",
                "What changed since 2031-01-01?",
                "What changed since 2026-02-31?",
                "Кто меняет пароль?",
                "Почему мы перешли на RabbitMQ 1 ноября?"
            })
    void leavesOtherQuestionsAlone(String question) {
        assertThat(ChangesQuestion.in(question, TODAY)).isEmpty();
    }
}
