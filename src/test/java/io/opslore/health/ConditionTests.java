package io.opslore.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** What is said of a dependency, to machines and to people. */
class ConditionTests {

    @Test
    void machinesGetTheReasonInEnglish() {
        assertThat(Condition.down("disk.full", 0.1, 1234.5).reason())
                .isEqualTo("The disk is full: 0.1 of 1234.5 GB are free.");
        assertThat(Condition.up("queue.open", 1).reason())
                .isEqualTo("One file is worked on or waits.");
        assertThat(Condition.up("queue.open", 1200).reason())
                .isEqualTo("1,200 files are worked on or wait.");
        assertThat(Condition.up("clock.up").reason())
                .isEqualTo("It goes evenly, and as the database's does.");
    }

    @Test
    void peopleGetItInTheirLanguage() {
        ResourceBundle russian =
                ResourceBundle.getBundle("vaadin-i18n.translations", Locale.of("ru"));
        Condition full = Condition.down("disk.full", 0.1, 1234.5);

        assertThat(
                        new MessageFormat(russian.getString(full.translation()), Locale.of("ru"))
                                .format(full.values().toArray()))
                .isEqualTo("Диск полон: свободно 0,1 из 1234,5 ГБ.");
    }
}
