package io.opslore.assistant;

import io.micrometer.observation.annotation.Observed;
import io.opslore.assistant.LookupKeeping.Seen;
import io.opslore.assistant.LookupPlanning.Planned;
import io.opslore.assistant.lookup.LookupText;
import io.opslore.assistant.lookup.PlannedCall;
import io.opslore.models.TaskModel;
import io.opslore.retrieval.Passage;
import io.opslore.tools.LiveTools.Offer;
import io.opslore.tools.ToolAnswer;
import io.opslore.tools.ToolCalls;
import io.opslore.tools.ToolFailure;
import io.opslore.tools.ToolInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Between search and answer: where the question wants the state of live systems, a model says what
 * to look up there, and what is seen becomes something to answer from like any passage. Bounded in
 * calls, rounds and time; nothing is asked twice.
 */
@Component
class Looking {

    /** Half of the window, at some three characters a token. */
    private static final double CHARACTERS_PER_TOKEN = 1.5;

    /** Passages are quoted from so much of what was seen, as if a model had this window. */
    private static final int WITHOUT_A_MODEL = 8_192;

    private final LookupTools tools;
    private final LookupPlanning planning;
    private final LookupKeeping keeping;
    private final ToolCalls calls;
    private final LookupSettings settings;
    private final TaskChoice tasks;

    Looking(
            LookupTools tools,
            LookupPlanning planning,
            LookupKeeping keeping,
            ToolCalls calls,
            LookupSettings settings,
            TaskChoice tasks) {
        this.tools = tools;
        this.planning = planning;
        this.keeping = keeping;
        this.calls = calls;
        this.settings = settings;
        this.tasks = tasks;
    }

    @Observed(
            name = "opslore.stage",
            contextualName = "tools",
            lowCardinalityKeyValues = {"stage", "tools"})
    Looked look(Searched searched, RunningAnswer answer) {
        Asked asked = searched.asked();
        Offer offer = tools.of(asked.question(), asked.wish().lookups(), asked.asker());
        return offer.tools().isEmpty()
                ? Looked.nowhere(searched)
                : new Look(searched, offer, answer).run();
    }

    /** One question's turn. Not thread-safe. */
    private final class Look {

        private final Searched searched;
        private final Offer offer;
        private final RunningAnswer answer;
        private final LookupBudget budget = new LookupBudget(settings);
        private final List<LookupPlanning.Told> found = new ArrayList<>();
        private int round;
        private final List<Seen> seen = new ArrayList<>();
        private final Set<PlannedCall> made = new HashSet<>();
        private Spent spent = Spent.NOTHING;

        Look(Searched searched, Offer offer, RunningAnswer answer) {
            this.searched = searched;
            this.offer = offer;
            this.answer = answer;
        }

        Looked run() {
            answer.publish(Answers.looking(answer.snapshot(), true));
            try {
                return look();
            } finally {
                answer.publish(Answers.looking(answer.snapshot(), false));
            }
        }

        private Looked look() {
            make(searched.asked().wish().lookups().calls());
            int window = WITHOUT_A_MODEL;
            if (tasks.of(searched) instanceof TaskModel.Ready model) {
                window = model.options().contextTokens();
                if (searched.asked().wish().lookups().looks()) {
                    plan(model);
                }
            }
            return new Looked(searched.seeing(passages(window)), spent);
        }

        private void plan(TaskModel.Ready model) {
            while (budget.nextRound() && !answer.isStopped()) {
                Planned planned =
                        planning.plan(
                                new LookupPlanning.Wanted(
                                        searched.asked(), offer, ++round, List.copyOf(found)),
                                model,
                                answer,
                                budget.left());
                spent = spent.plus(planned.spent());
                if (!make(planned.calls())) {
                    break;
                }
            }
        }

        /** Whether there was one that had not been made before. */
        private boolean make(List<PlannedCall> wanted) {
            List<PlannedCall> fresh = wanted.stream().filter(made::add).toList();
            fresh.stream().filter(call -> budget.nextCall()).forEach(this::call);
            return !fresh.isEmpty();
        }

        private void call(PlannedCall call) {
            Optional<ToolInfo> tool =
                    offer.tools().stream().filter(it -> it.name().equals(call.tool())).findFirst();
            // A model that is held to a form names no other; one that is not may name anything.
            tool.filter(it -> !answer.isStopped()).ifPresent(known -> call(known, call));
        }

        private void call(ToolInfo tool, PlannedCall call) {
            Lookup lookup =
                    Lookup.running(
                            tool.name(),
                            tool.title(),
                            keeping.told(call),
                            offer.source(tool, call.arguments())
                                    .map(source -> source.space().value())
                                    .orElse(null));
            answer.publish(Answers.lookedUp(answer.snapshot(), lookup));
            try {
                ToolAnswer told =
                        calls.call(tool.name(), call.arguments(), searched.asked().asker());
                String text = LookupText.of(told, lookup.arguments());
                Lookup ended = kept(tool, call, told, text, lookup);
                found.add(new LookupPlanning.Told(PlanText.cut(text), ended.revision()));
                replace(lookup, ended);
            } catch (ToolFailure failure) {
                String why = keeping.told(failure);
                String told = "# %s failed: %s".formatted(call.tool(), why);
                found.add(new LookupPlanning.Told(told, null));
                replace(lookup, lookup.failed(why));
            }
        }

        private Lookup kept(
                ToolInfo tool, PlannedCall call, ToolAnswer told, String text, Lookup lookup) {
            Optional<Seen> kept =
                    offer.source(tool, call.arguments())
                            .map(source ->
                                    keeping.keep(
                                            source,
                                            tool,
                                            call,
                                            text,
                                            told.quoted(),
                                            searched.asked().asker()));
            kept.ifPresent(seen::add);
            return new Lookup(
                    lookup.tool(),
                    lookup.title(),
                    lookup.arguments(),
                    Lookup.State.FOUND,
                    kept.map(it -> it.document().id().value()).orElse(null),
                    kept.map(it -> it.revision().id().value()).orElse(null),
                    told.items().size(),
                    told.masked().count(),
                    "",
                    lookup.space());
        }

        private void replace(Lookup running, Lookup ended) {
            answer.publish(Answers.lookedUp(answer.snapshot(), running, ended));
        }

        private List<Passage> passages(int window) {
            int share = (int) (window * CHARACTERS_PER_TOKEN) / Math.max(1, seen.size());
            return seen.stream().map(one -> one.passage(share)).toList();
        }
    }
}
