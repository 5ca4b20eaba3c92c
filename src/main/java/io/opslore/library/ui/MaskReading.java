package io.opslore.library.ui;

import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import io.opslore.identity.Asker;
import io.opslore.identity.SignedIn;
import io.opslore.library.Downloads;
import io.opslore.library.Mask;
import io.opslore.library.MaskReport;
import io.opslore.library.NotFound;
import io.opslore.library.Release;
import io.opslore.library.RevisionId;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was masked in revisions, read for the person who is signed in. */
@Component
class MaskReading {

    private final MaskReport report;
    private final Downloads downloads;
    private final SignedIn signedIn;

    MaskReading(MaskReport report, Downloads downloads, SignedIn signedIn) {
        this.report = report;
        this.downloads = downloads;
        this.signedIn = signedIn;
    }

    /** What of it leaves the portal for the person. */
    Release release(RevisionId revision) {
        return downloads.release(revision, signedIn.asker());
    }

    /** A part at a time. */
    CallbackDataProvider<Mask, Void> of(RevisionId revision) {
        Asker asker = signedIn.asker();
        return DataProvider.fromCallbacks(
                query ->
                        report.masks(revision, query.getOffset(), query.getLimit(), asker).stream(),
                query -> report.count(revision, asker));
    }

    int count(RevisionId revision) {
        return report.count(revision, signedIn.asker());
    }

    /** Where else the same secret stands. */
    List<MaskReport.Place> elsewhere(RevisionId revision, Mask mask, int most) {
        try {
            return report.elsewhere(revision, mask, most, signedIn.asker());
        } catch (NotFound gone) {
            return List.of();
        }
    }
}
