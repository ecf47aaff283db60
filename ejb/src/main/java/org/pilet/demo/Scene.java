package org.pilet.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.pilet.conversation.Visibility;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;

/** One ticket's life. Each step gives false when its time has not come by {@code until}: then the story stands there. */
final class Scene {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final List<Channel> BY_STAFF = List.of(Channel.PHONE, Channel.IN_PERSON);
    private static final Map<Channel, Integer> CHANNELS =
            Map.of(Channel.EMAIL, 62, Channel.PORTAL, 22, Channel.PHONE, 10, Channel.API, 4, Channel.IN_PERSON, 2);
    private static final Map<Priority, Integer> PRIORITIES =
            Map.of(Priority.LOW, 15, Priority.NORMAL, 60, Priority.HIGH, 18, Priority.URGENT, 7);
    private static final Map<Priority, Double> FIRST_ANSWER_HOURS =
            Map.of(Priority.LOW, 2.6, Priority.NORMAL, 1.8, Priority.HIGH, 0.7, Priority.URGENT, 0.15);
    private static final Map<Priority, Double> WORK_HOURS =
            Map.of(Priority.LOW, 30.0, Priority.NORMAL, 17.0, Priority.HIGH, 6.0, Priority.URGENT, 1.8);

    private final Stage stage;
    private final Instant until;
    private final Arrivals arrivals;
    private final int place;
    private final Dice dice;
    private final Topic topic;
    private final Stage.Customer customer;
    private final Channel channel;
    private final Dialogue dialogue;
    private Play play;
    private Stage.Agent owner;

    Scene(Stage stage, Instant until, Arrivals arrivals, int place, Dice dice) {
        this.stage = stage;
        this.until = until;
        this.arrivals = arrivals;
        this.place = place;
        this.dice = dice;
        this.topic = dice.weighted(List.of(Topic.values()), each -> each.weight);
        this.customer = dice.oneOf(stage.customers());
        this.channel = dice.weighted(
                List.of(Channel.EMAIL, Channel.PORTAL, Channel.PHONE, Channel.API, Channel.IN_PERSON), CHANNELS::get);
        this.dialogue = new Dialogue(dice, customer, topic, arrivals.at(place, 0));
    }

    PlayedTicket run() {
        open();
        if (dice.percent(2) && channel == Channel.EMAIL) {
            reject();
        } else if (takeOver() && workOn()) {
            finish();
        }
        return play.end(place, until);
    }

    private void open() {
        Instant at = arrivals.at(place, dice.fraction());
        boolean byStaff = BY_STAFF.contains(channel);
        Stage.Desk desk = stage.desk(topic);
        owner = choose(desk);
        int variant = dialogue.variant(topic.key("subject"));
        boolean mail = channel == Channel.EMAIL;
        Priority wanted = dice.weighted(List.of(Priority.values()), PRIORITIES::get);
        play = new Play(
                new Play.Opening(
                        dialogue.say(topic.key("subject"), variant),
                        desk,
                        mail ? desk.defaultCategoryId() : stage.categories().get(topic.category),
                        mail ? Priority.NORMAL : wanted,
                        topic.type,
                        channel,
                        customer,
                        byStaff),
                opener(byStaff),
                at,
                stage.clocks().get());
        play.begin(withFile(message(at, topic.key("question"), variant)));
        if (mail) {
            route(at.plusMillis(dice.between(40, 400)), wanted);
        }
        if (byStaff) {
            Instant noted = at.plusSeconds(dice.between(20, 90));
            if (!noted.isAfter(until)) {
                play.view(noted, Actor.agent(owner.id()));
            }
        }
    }

    /** What the intake rules make of a mail. */
    private void route(Instant at, Priority wanted) {
        if (isTime(at) && dice.percent(80)) {
            Long category = stage.categories().get(topic.category);
            Cast.RULES.stream()
                    .filter(rule -> rule.name().equals(topic.category))
                    .forEach(rule -> apply(rule, at, category, null));
        }
        if (isTime(at) && wanted.compareTo(Priority.NORMAL) > 0) {
            apply(Cast.URGENT, at, null, Priority.HIGH);
        }
    }

    private void apply(Cast.Rule rule, Instant at, Long categoryId, Priority priority) {
        String cause = stage.rules().get(rule.name());
        if (cause != null) {
            play.change(
                    at,
                    Actor.system(cause),
                    categoryId,
                    priority,
                    rule.tag() == null ? List.of() : List.of(rule.tag()));
        }
    }

    private Actor opener(boolean byStaff) {
        if (byStaff || channel == Channel.API) {
            return Actor.agent(owner.id());
        }
        return channel == Channel.EMAIL ? Actor.system("mail") : Actor.customer(customer.id());
    }

    private void reject() {
        Instant at = working(0.7);
        if (isTime(at.plusSeconds(9))) {
            play.view(at, Actor.agent(owner.id()));
            play.setStatus(at.plusSeconds(9), Actor.agent(owner.id()), Status.SPAM, null, null);
        }
    }

    /** Somebody makes it theirs, and often knows better what it is about. */
    private boolean takeOver() {
        double hours = FIRST_ANSWER_HOURS.get(play.priority()) * (dice.percent(7) ? 5 : 1);
        Instant at = working(dice.around(hours, 0.8));
        if (dice.percent(6) && !remind(at)) {
            return false;
        }
        if (!isTime(at.plusSeconds(60))) {
            return false;
        }
        Actor agent = Actor.agent(owner.id());
        play.view(at, agent);
        play.assign(at.plusSeconds(12), agent, owner.id());
        if (dice.percent(75)) {
            play.categorise(at.plusSeconds(25), agent, stage.categories().get(topic.category));
        }
        if (dice.percent(9)) {
            play.prioritise(at.plusSeconds(31), agent, play.priority().raised());
        }
        if (dice.percent(35)) {
            play.tag(at.plusSeconds(44), agent, dice.percent(40) ? topic.tags : topic.tags.subList(0, 1));
        }
        if (dice.percent(4)) {
            play.join(at.plusSeconds(50), agent, dice.oneOf(stage.customers()).id());
        }
        return !dice.percent(18) || note(at.plusSeconds(dice.between(60, 240)));
    }

    private boolean remind(Instant before) {
        Instant at = play.last().plus(dice.between(3, 9), ChronoUnit.HOURS);
        return !at.isBefore(before) || hear(at, "reminder");
    }

    private boolean workOn() {
        Instant at = play.last().plusSeconds(dice.between(180, 1200));
        int road = dice.between(0, 100);
        if (road < 30) {
            return true;
        }
        if (road < 62) {
            return reply(at, topic.key("answer"), Status.ANSWERED, null, null) && perhapsHear(55, "more");
        }
        if (road < 82) {
            return reply(at, "askmore", Status.PENDING, "Needs details from the customer", null)
                    && hear(play.last().plus(minutes(dice.around(9, 1.0))), "more");
        }
        return road < 93 ? waitForSupplier(at) : postpone(at);
    }

    private boolean perhapsHear(int share, String key) {
        return !dice.percent(share) || hear(play.last().plus(minutes(dice.around(6, 1.0))), key);
    }

    private boolean waitForSupplier(Instant at) {
        if (!reply(at, "wait", Status.ON_HOLD, "Waits for the supplier", null)) {
            return false;
        }
        Instant back = working(dice.around(16, 0.7));
        if (isTime(back)) {
            play.setStatus(back, Actor.agent(owner.id()), Status.OPEN, null, null);
            return true;
        }
        return false;
    }

    private boolean postpone(Instant at) {
        Instant wakeUp = OfficeTime.after(at, HOUR.multipliedBy(dice.between(10, 60)));
        if (!reply(at, topic.key("answer"), Status.POSTPONED, "Agreed to look again later", wakeUp)
                || !isTime(wakeUp.plusSeconds(10))) {
            return false;
        }
        play.setStatus(
                wakeUp.plus(dice.between(100, 9_900), ChronoUnit.MILLIS),
                Actor.system("wake-up"),
                Status.OPEN,
                null,
                null);
        return true;
    }

    private void finish() {
        double hours = WORK_HOURS.get(play.priority()) * (dice.percent(8) ? 6 : 1);
        if (dice.percent(12)) {
            owner = choose(play.desk());
            Instant handover = working(dice.around(hours / 3, 0.5));
            if (!isTime(handover)) {
                return;
            }
            play.assign(handover, Actor.agent(owner.id()), owner.id());
        }
        if (!solve(dice.around(hours, 0.7))) {
            return;
        }
        if (dice.percent(8)
                && !(hear(play.last().plus(minutes(dice.around(20, 0.9))), "reopen")
                        && solve(dice.around(hours, 0.7)))) {
            return;
        }
        close();
    }

    private boolean solve(double hours) {
        return reply(working(hours), topic.key("solution"), Status.RESOLVED, null, null);
    }

    private void close() {
        int road = dice.between(0, 100);
        Instant next = play.last().plus(minutes(dice.around(10, 1.0)));
        if (road < 35) {
            if (isTime(next)) {
                play.setStatus(next, Actor.customer(customer.id()), Status.CLOSED, null, null);
            }
        } else if (road < 50) {
            if (hear(next, "thanks")) {
                closeByAgent(working(0.6));
            }
        } else if (road < 95) {
            closeByAgent(OfficeTime.after(play.last().plus(5, ChronoUnit.DAYS), HOUR.multipliedBy(dice.between(1, 9))));
        }
    }

    private void closeByAgent(Instant at) {
        if (isTime(at)) {
            play.setStatus(at, Actor.agent(owner.id()), Status.CLOSED, null, null);
        }
    }

    private boolean reply(Instant wanted, String key, Status after, String reason, Instant wakeUp) {
        Instant at = inOffice(wanted);
        if (!isTime(at) || wakeUp != null && !wakeUp.isAfter(at)) {
            return false;
        }
        play.reply(
                play.answered(owner, Visibility.PUBLIC, at, dialogue.answer(owner, key), customer.language()),
                Actor.agent(owner.id()),
                after,
                reason,
                wakeUp);
        return true;
    }

    private boolean note(Instant at) {
        if (!isTime(at)) {
            return false;
        }
        play.note(
                play.answered(owner, Visibility.INTERNAL, at, dialogue.note(owner), owner.language()),
                Actor.agent(owner.id()));
        return true;
    }

    private boolean hear(Instant at, String key) {
        if (!isTime(at)) {
            return false;
        }
        Actor actor = medium() == Channel.EMAIL ? Actor.system("mail") : Actor.customer(customer.id());
        play.receive(message(at, key, dialogue.variant(key)), actor);
        return true;
    }

    private PlayedTicket.Message message(Instant at, String key, int variant) {
        Words words = dialogue.letter(key, variant);
        Channel medium = play.last().equals(at) ? channel : medium(); // the first words come as the ticket does
        String id = "<" + Long.toHexString(Double.doubleToLongBits(dice.fraction())) + "." + place + "@"
                + customer.email().substring(customer.email().indexOf('@') + 1) + ">";
        return play.said(customer, medium, at, id, words, medium == Channel.EMAIL && dice.percent(30));
    }

    /** Who once came by phone or in person gets answers by mail and writes back by mail. */
    private Channel medium() {
        return channel == Channel.PORTAL ? Channel.PORTAL : Channel.EMAIL;
    }

    private PlayedTicket.Message withFile(PlayedTicket.Message message) {
        return dice.percent(4) ? message.with(List.of(dialogue.log(message.at()))) : message;
    }

    private Stage.Agent choose(Stage.Desk desk) {
        List<Stage.Agent> same = desk.agents().stream()
                .filter(agent -> agent.language().equals(customer.language()))
                .toList();
        return same.isEmpty() || dice.percent(30) ? dice.oneOf(desk.agents()) : same.get(0);
    }

    private Instant working(double hours) {
        return OfficeTime.after(play.last(), minutes(hours));
    }

    private Instant inOffice(Instant wanted) {
        return OfficeTime.after(wanted.isBefore(play.last()) ? play.last() : wanted, Duration.ZERO);
    }

    private boolean isTime(Instant at) {
        return !at.isAfter(until);
    }

    private static Duration minutes(double hours) {
        return Duration.ofSeconds(Math.max(60, Math.round(hours * HOUR.toSeconds())));
    }
}
