package io.opslore.operations.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.opslore.audit.ChainFault;
import io.opslore.audit.ChainReport;
import io.opslore.kit.StateBadge;
import io.opslore.kit.StateBadge.Tone;
import io.opslore.kit.TimeText;

/** That the log is whole, or each row that is not as it was written. */
final class ChainProof extends Div {

    ChainProof(ChainReport report) {
        addClassName("chain-proof");
        if (report.isWhole()) {
            Span hash =
                    new Span(getTranslation("audit.whole.head", report.head(), report.headHash()));
            hash.addClassName("audit-hash");
            add(new StateBadge(Tone.GOOD, getTranslation("audit.whole", report.rows())), hash);
        } else {
            add(
                    new StateBadge(Tone.BAD, getTranslation("audit.broken", report.faulty())),
                    faults(report));
        }
    }

    private UnorderedList faults(ChainReport report) {
        UnorderedList list = new UnorderedList();
        for (ChainFault fault : report.faults()) {
            list.add(new ListItem(told(fault)));
        }
        return list;
    }

    private String told(ChainFault fault) {
        String at = fault.at() == null ? "" : TimeText.exact(fault.at());
        return getTranslation(
                "audit.fault." + fault.kind().name(),
                fault.sequence(),
                fault.last(),
                at,
                fault.action(),
                fault.wasNumber());
    }
}
