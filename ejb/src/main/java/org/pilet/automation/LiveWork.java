package org.pilet.automation;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.pilet.automation.actions.Audience;
import org.pilet.automation.actions.TaskOrder;
import org.pilet.automation.actions.TicketOrder;
import org.pilet.automation.actions.Work;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Happening;
import org.pilet.automation.terms.TicketFacts;
import org.pilet.automation.terms.YesNo;
import org.pilet.conversation.Placeholders;
import org.pilet.conversation.Reply;
import org.pilet.tickets.Field;
import org.pilet.tickets.ReadyDeeds;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.TicketRef;

/** Does what actions ask for, in the caller's transaction, and keeps a list of it. */
class LiveWork implements Work {

    private final LiveDoors doors;
    private final String key;
    private final String cause;
    private final Set<Field> settled;
    private final Supplier<Set<Field>> untouchable;
    private final Happening happening;
    private final JsonArrayBuilder did = Json.createArrayBuilder();
    private Facts facts;
    private int step;
    private int told;
    private Duration pause;
    private boolean stopped;
    private boolean byHand;
    private Duration hold;
    private final List<Reply> answers = new ArrayList<>();
    private boolean stays;

    /**
     * @param key the same, with the cause, however often this is tried
     * @param settled fields that are settled already, added to; null when all may be set
     * @param untouchable fields that a person has changed meanwhile
     */
    LiveWork(
            LiveDoors doors,
            String key,
            String cause,
            Facts facts,
            Set<Field> settled,
            Supplier<Set<Field>> untouchable) {
        this.doors = doors;
        this.key = cause.replaceAll(" .*", "") + ":" + key;
        this.cause = cause;
        this.facts = facts;
        this.happening = facts.happening();
        this.settled = settled;
        this.untouchable = untouchable;
    }

    /** About no ticket, until the first action opens one: from then on about that. */
    LiveWork(LiveDoors doors, String key, String cause, Happening happening) {
        this.doors = doors;
        this.key = cause.replaceAll(" .*", "") + ":" + key;
        this.cause = cause;
        this.happening = happening;
        this.settled = null;
        this.untouchable = Set::of;
    }

    /** Somebody has asked for it who can be told that an answer has nothing to say in one of its places. */
    void byHand() {
        byHand = true;
    }

    /** Answers wait so long before they go out, and bring the status that all of it leaves behind: see {@link #done}. */
    void answersWait(Duration time) {
        hold = time;
    }

    /** All of it is done but the answers, if they wait: from now on they do. */
    ReadyDeeds.Done done() {
        TicketFacts end = facts.ticket();
        List<Long> held = answers.stream()
                .map(each -> doors.hold(each.bringing(end.status(), end.statusReason(), end.wakeUpAt()), hold))
                .toList();
        return new ReadyDeeds.Done(
                held, answers.isEmpty() ? null : answers.get(0).html(), stays);
    }

    void at(int nextStep) {
        step = nextStep;
    }

    /** What was done, as a JSON list. */
    String did() {
        return did.build().toString();
    }

    Optional<Duration> pause() {
        return Optional.ofNullable(pause);
    }

    boolean stopped() {
        return stopped;
    }

    static boolean onlyIfStill(Step step) {
        return step.kind().name().equals("wait") && step.arguments().constant("ifStill", YesNo.class) == YesNo.YES;
    }

    @Override
    public Facts facts() {
        return facts;
    }

    @Override
    public void change(TicketChange change) {
        Field field = change.field();
        if (untouchable.get().contains(field)) {
            note("left", field.name() + " was changed by a person meanwhile");
            return;
        }
        if (settled != null && field != Field.TAGS && field != Field.PARTICIPANTS && !settled.add(field)) {
            note("left", field.name() + " was settled by a rule before");
            return;
        }
        doors.change(ticketId(), change, cause);
        facts = facts.after(change);
        note("change", change.toString());
    }

    @Override
    public void note(String text) {
        String html = html(text, doors.valuesForStaff(ticketId()));
        doors.note(ticketId(), html);
        stays = true;
        note("note", text);
    }

    @Override
    public void reply(String text, Status after, String reason) {
        Map<String, String> values = doors.values(ticketId());
        String html =
                byHand ? paragraphs(Placeholders.fillKnown(Placeholders.escape(text), values)) : html(text, values);
        answer(html, text, after, reason);
    }

    @Override
    public void replyWith(long responseId, Status after, String reason) {
        String html = byHand ? doors.askedResponse(responseId, ticketId()) : doors.response(responseId, ticketId());
        answer(html, html.replaceAll("<[^>]*>", " "), after, reason);
    }

    private void answer(String html, String told, Status after, String reason) {
        Status then = after == null ? facts.ticket().status() : after;
        boolean keeps = then == facts.ticket().status();
        Reply reply = Reply.of(ticketId(), html)
                .bringing(
                        then,
                        keeps && reason == null ? facts.ticket().statusReason() : reason,
                        keeps ? facts.ticket().wakeUpAt() : null);
        if (hold == null) {
            doors.reply(reply);
        } else {
            answers.add(reply);
        }
        if (!keeps) {
            facts = facts.after(new TicketChange.SetStatus(then, reason, null));
        }
        note("reply", told);
    }

    @Override
    public void tell(Audience audience, Set<Long> ids, String subject, String text) {
        stays = true;
        Map<String, String> values = doors.valuesForStaff(ticketId());
        for (long personId : doors.people(
                audience,
                ids,
                facts.ticket().queueId(),
                facts.ticket().ownerId(),
                facts.ticket().responsibleId())) {
            JsonObjectBuilder payload = Json.createObjectBuilder()
                    .add("event", "rule.told")
                    .add("ticketId", ticketId())
                    .add("personId", personId);
            if (subject != null) {
                payload.add("subject", Placeholders.fillAll(subject, values, plain -> plain));
            }
            if (text != null) {
                payload.add("text", Placeholders.fillAll(text, values, plain -> plain));
            }
            String dedup = key + ":" + step + ":" + told++ + ":" + personId;
            doors.order("notify", dedup, payload.build().toString(), cause);
            note("told", String.valueOf(personId));
        }
    }

    @Override
    public void open(TicketOrder order) {
        stays = true;
        Map<String, String> values = facts == null ? Map.of() : doors.valuesForStaff(ticketId());
        String subject = Placeholders.fillAll(order.subject(), values, plain -> plain);
        String html = order.text() == null ? null : html(order.text(), values);
        TicketRef opened = doors.open(order, subject, html, facts == null ? null : facts.ticket(), cause);
        note("opened", opened.number() + " " + subject);
        if (facts == null) {
            facts = doors.read(opened.id(), happening);
        }
    }

    @Override
    public void add(TaskOrder order) {
        String title = Placeholders.fillAll(order.title(), doors.valuesForStaff(ticketId()), plain -> plain);
        doors.task(ticketId(), order, title);
        stays = true;
        note("task", title);
    }

    @Override
    public void addChecklist(long checklistId) {
        stays = true;
        note("checklist", doors.checklist(ticketId(), checklistId));
    }

    @Override
    public void call(long webhookId, String note) {
        stays = true;
        doors.call(webhookId, key + ":" + step, ticketId(), note, cause);
        note("called", String.valueOf(webhookId));
    }

    @Override
    public void route(Set<Long> skillIds, int level) {
        note("routed", doors.route(ticketId(), skillIds, level, cause));
    }

    @Override
    public void waitFor(Duration time, boolean ifStill) {
        pause = time;
    }

    @Override
    public void stop() {
        stopped = true;
    }

    private long ticketId() {
        return facts.ticket().id();
    }

    /** Plain text with placeholders as HTML paragraphs; nothing that a customer is called can become markup. */
    private static String html(String text, Map<String, String> values) {
        return paragraphs(Placeholders.fillAll(Placeholders.escape(text), values, Placeholders::escape));
    }

    private static String paragraphs(String filled) {
        return "<p>" + filled.strip().replaceAll("\\R{2,}", "</p><p>").replaceAll("\\R", "<br>") + "</p>";
    }

    private void note(String what, String about) {
        did.add(Json.createObjectBuilder()
                .add("step", step)
                .add("did", what)
                .add("about", about.length() > 300 ? about.substring(0, 300) : about));
    }
}
