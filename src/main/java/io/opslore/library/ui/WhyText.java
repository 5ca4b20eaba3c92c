package io.opslore.library.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.identity.Directory;
import io.opslore.identity.Grantee;
import io.opslore.identity.Holding;
import io.opslore.identity.Membership;
import io.opslore.library.Explanation;
import io.opslore.library.Explanation.Belonging;
import io.opslore.library.Explanation.Gate;
import io.opslore.library.GrantPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An explanation in sentences. */
final class WhyText {

    private final Explanation explanation;
    private final Map<Grantee, Directory.Named> names;

    WhyText(Explanation explanation, AccessActions actions) {
        this.explanation = explanation;
        this.names = actions.names(named(explanation));
    }

    boolean sees() {
        return explanation.sees();
    }

    String verdict() {
        return said(explanation.sees() ? "access.why.sees" : "access.why.seesNot", person());
    }

    /** Every way in, then what the document adds. */
    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        if (!explanation.active()) {
            reasons.add(said("access.why.inactive"));
            return reasons;
        }
        explanation.ways().forEach(way -> reasons.addAll(way(way)));
        if (explanation.ways().isEmpty()) {
            reasons.add(said("access.why.noWay"));
        } else if (explanation.permissions().isEmpty()) {
            reasons.add(said("access.why.noReading"));
        }
        String gate = gate(explanation.gate());
        if (gate != null) {
            reasons.add(gate);
        }
        return reasons;
    }

    private List<String> way(Explanation.Way way) {
        String role = GranteeName.role(way.path().role(), names);
        return belonging(way.as()).stream()
                .map(how ->
                        switch (way.path()) {
                            case GrantPath.Granted granted -> said("access.why.granted", how, role);
                            case GrantPath.EverySpace every -> said("access.why.everywhere", how);
                        })
                .toList();
    }

    private @Nullable String gate(Gate gate) {
        return switch (gate) {
            case Gate.Open open -> null;
            case Gate.Managed managed -> said("access.why.managed");
            case Gate.Passed passed ->
                    said(
                            "access.why.passed",
                            passed.as().stream()
                                    .flatMap(one -> belonging(one).stream())
                                    .collect(Collectors.joining("; ")));
            case Gate.Closed closed ->
                    closed.to().isEmpty()
                            ? said("access.why.closedToAll")
                            : said(
                                    "access.why.closed",
                                    closed.to().stream()
                                            .map(one -> GranteeName.text(one, names))
                                            .sorted()
                                            .collect(Collectors.joining(", ")));
            case Gate.Binned binned -> said("access.why.binned");
        };
    }

    /** Each way on which the person is the one that is meant. */
    private List<String> belonging(Belonging as) {
        return switch (as.grantee()) {
            case Grantee.Person person -> List.of(said("access.why.person", person()));
            case Grantee.Members members ->
                    as.memberships().stream().map(this::membership).distinct().toList();
            case Grantee.Holders holders ->
                    as.holdings().stream().map(this::holding).distinct().toList();
        };
    }

    private String membership(Membership membership) {
        Membership inner = membership.through();
        return inner == null
                ? said("access.why.member", person(), membership.name())
                : said("access.why.nested", person(), inner.name(), membership.name());
    }

    private String holding(Holding holding) {
        String role = GranteeName.role(holding.role(), names);
        Membership through = holding.through();
        return through == null
                ? said("access.why.holder", person(), role)
                : said("access.why.holderThrough", membership(through), role);
    }

    private String person() {
        return GranteeName.text(new Grantee.Person(explanation.person()), names);
    }

    private static Set<Grantee> named(Explanation explanation) {
        Set<Grantee> named = new LinkedHashSet<>();
        named.add(new Grantee.Person(explanation.person()));
        explanation
                .ways()
                .forEach(way -> {
                    named.add(new Grantee.Holders(way.path().role()));
                    named.add(way.as().grantee());
                    way.as().holdings().forEach(one -> named.add(new Grantee.Holders(one.role())));
                });
        gated(explanation.gate()).forEach(named::add);
        return named;
    }

    private static Stream<Grantee> gated(Gate gate) {
        return switch (gate) {
            case Gate.Passed passed -> passed.as().stream().map(Belonging::grantee);
            case Gate.Closed closed -> closed.to().stream();
            case Gate.Open open -> Stream.empty();
            case Gate.Managed managed -> Stream.empty();
            case Gate.Binned binned -> Stream.empty();
        };
    }

    private static String said(String key, Object... values) {
        return I18NProvider.translate(key, values);
    }
}
