package io.opslore.operations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.opslore.audit.AuditEntry;
import io.opslore.kit.TimeText;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** All that one line says; what was changed, side by side. */
final class AuditDetails extends Dialog {

    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    AuditDetails(AuditEntry entry) {
        addClassName("audit-details");
        setHeaderTitle(entry.action());
        Button close = new Button(getTranslation("kit.close"), click -> close());
        close.setAutofocus(true);
        getFooter().add(close);
        JsonNode details = parsed(entry.details());
        add(facts(entry));
        if (details.has(BEFORE) || details.has(AFTER)) {
            add(new H3(getTranslation("audit.changed")), change(details));
        }
        add(others(details), seal(entry));
    }

    private static JsonNode parsed(String details) {
        try {
            return JsonMapper.shared().readTree(details);
        } catch (JacksonException tamperedWith) {
            return MissingNode.getInstance();
        }
    }

    private DescriptionList facts(AuditEntry entry) {
        DescriptionList list = new DescriptionList();
        fact(list, "audit.column.TIME", TimeText.exact(entry.at()));
        fact(list, "audit.column.ACTOR", entry.actor().name());
        fact(list, "audit.via", entry.actor().via());
        fact(list, "audit.column.OUTCOME", getTranslation("audit.outcome." + entry.outcome()));
        fact(list, "audit.column.SUBJECT", entry.subject().name());
        fact(
                list,
                "audit.subject.id",
                (entry.subject().kind() + " " + entry.subject().id()).strip());
        return list;
    }

    private void fact(DescriptionList list, String name, String value) {
        if (!value.isBlank()) {
            list.add(new DescriptionList.Term(getTranslation(name)));
            list.add(new DescriptionList.Description(value));
        }
    }

    /** Only what differs is marked; the rest is there to say what it was about. */
    private Component change(JsonNode details) {
        JsonNode before = details.path(BEFORE);
        JsonNode after = details.path(AFTER);
        Set<String> names = new TreeSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        Div table = new Div();
        table.addClassName("audit-change");
        table.add(
                new Span(),
                new Span(getTranslation("audit.before")),
                new Span(getTranslation("audit.after")));
        for (String name : names) {
            Span then = new Span(text(before.path(name)));
            Span now = new Span(text(after.path(name)));
            if (!before.path(name).equals(after.path(name))) {
                then.addClassName("was");
                now.addClassName("is");
            }
            table.add(new Span(name), then, now);
        }
        return table;
    }

    private Component others(JsonNode details) {
        DescriptionList list = new DescriptionList();
        for (String name : details.propertyNames()) {
            if (!name.equals(BEFORE) && !name.equals(AFTER)) {
                list.add(new DescriptionList.Term(name));
                list.add(new DescriptionList.Description(text(details.path(name))));
            }
        }
        return list;
    }

    private Component seal(AuditEntry entry) {
        DescriptionList list = new DescriptionList();
        list.addClassName("audit-seal");
        fact(list, "audit.number", String.valueOf(entry.sequence()));
        fact(list, "audit.hash", entry.hash());
        fact(list, "audit.previous", entry.previousHash());
        return list;
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? "–" : value.isString() ? value.asString() : value.toString();
    }
}
