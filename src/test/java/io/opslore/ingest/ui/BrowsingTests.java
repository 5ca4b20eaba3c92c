package io.opslore.ingest.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.opslore.ingest.IngestState;
import io.opslore.library.DocumentKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrowsingTests {

    @Test
    void anAddressShowsTheSameAgain() {
        var browsing =
                new Browsing(
                        "docs/дежурства",
                        "queue & broker",
                        DocumentKind.RUNBOOK,
                        "payments",
                        Browsing.Stage.FAILED,
                        Browsing.Sort.CHANGED,
                        true);

        assertThat(Browsing.of(browsing.query())).isEqualTo(browsing);
        assertThat(browsing.query().getQueryString()).contains("kind=runbook", "sort=-changed");
        assertThat(Browsing.ALL.query()).isEqualTo(QueryParameters.empty());
    }

    @Test
    void leavesOutWhatItDoesNotUnderstand() {
        QueryParameters strange =
                QueryParameters.simple(
                        Map.of("kind", "novel", "state", "RUNNING", "sort", "--size", "x", "y"));

        assertThat(Browsing.of(strange)).isEqualTo(Browsing.ALL.sorted(Browsing.Sort.NAME, true));
    }

    @Test
    void wantsAllWordsWhereverTheyStandAndWhateverTheirCase() {
        Browsing browsing = Browsing.ALL.narrowed("QUEUE pay", null, "", null);

        assertThat(browsing.shows("Payments/restart-queue.md", null, null)).isTrue();
        assertThat(browsing.shows("payments/restart.md", null, null)).isFalse();
    }

    @Test
    void showsOnlyTheStateThatWasAskedFor() {
        Browsing failed = Browsing.ALL.narrowed("", null, "", Browsing.Stage.FAILED);
        var broken = new IngestState.Failed(IngestState.Reason.BROKEN, "");

        assertThat(failed.shows("a.md", null, broken)).isTrue();
        assertThat(failed.shows("a.md", null, new IngestState.Ready())).isFalse();
        assertThat(failed.shows("a.md", null, null)).isFalse();
    }
}
