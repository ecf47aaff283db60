package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pilet.conversation.Attachments;
import org.pilet.conversation.ConversationMovedOn;
import org.pilet.conversation.Conversations;
import org.pilet.conversation.DraftView;
import org.pilet.conversation.Drafts;
import org.pilet.conversation.Forward;
import org.pilet.conversation.HeldReplies;
import org.pilet.conversation.HeldReplyView;
import org.pilet.conversation.Reply;
import org.pilet.conversation.SharedDrafts;
import org.pilet.conversation.WaitingFile;
import org.pilet.people.PersonalSettings;
import org.pilet.platform.InvalidInput;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketView;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.ProfilePage;
import org.pilet.web.common.Times;
import org.pilet.web.common.Toasts;
import org.pilet.web.common.Uploads;
import org.pilet.web.common.Viewer;

/**
 * What the agent is about to say: to the customer, to colleagues, to others. The page's script keeps the draft on the
 * server as it is typed. When somebody wrote meanwhile, nothing is sent and nothing lost: the page shows the news, and
 * the next press sends. What is sent to the customer can be taken back for some seconds.
 */
@Named
@ViewScoped
public class Composer implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private Conversations conversations;

    @EJB
    private HeldReplies held;

    @EJB
    private SharedDrafts shared;

    @EJB
    private Drafts drafts;

    @EJB
    private Attachments attachments;

    @EJB
    private PersonalSettings settings;

    @Inject
    private TicketStanding standing;

    @Inject
    private TicketPage page;

    @Inject
    private Uploads uploads;

    @Inject
    private Toasts toasts;

    @Inject
    private PageTexts texts;

    @Inject
    private Times times;

    @Inject
    private Viewer viewer;

    private Saying mode = Saying.PUBLIC;
    private String html;
    private String to;
    private String cc;
    private String files;
    private Channel by;
    private Status then = Status.ANSWERED;
    private String reason;
    private String wakeUpAt;
    private String sendAt;
    private String reviewer;
    private String question;
    private Integer seenVersion;
    private DraftView draft;
    private int said;

    /** Takes up what was left unsent. */
    public void load() {
        TicketView ticket = page.getTicket();
        seenVersion = ticket.version();
        by = getUsualChannel();
        draft = drafts.mine(DraftView.placeOn(ticket.id())).orElse(null);
        if (draft != null && !draft.isEmpty()) {
            takeUp(draft.html(), draft.fields());
        }
    }

    private void takeUp(String words, Map<String, String> fields) {
        html = words;
        mode = constant(Saying.class, fields.get("mode"), Saying.PUBLIC);
        by = constant(Channel.class, fields.get("by"), getUsualChannel());
        then = constant(Status.class, fields.get("then"), Status.ANSWERED);
        to = fields.get("to");
        cc = fields.get("cc");
        files = fields.get("files");
        reason = fields.get("reason");
        wakeUpAt = fields.get("wakeUpAt");
        sendAt = fields.get("sendAt");
        reviewer = fields.get("reviewer");
        question = fields.get("question");
    }

    /** Says it, each mode in its way; a reply brings the status that was chosen with it. */
    public void send() {
        TicketView ticket = page.getTicket();
        standing.begin(ticket.id());
        try {
            switch (mode) {
                case PUBLIC -> reply(ticket);
                case FORWARD -> {
                    conversations.forward(new Forward(ticket.id(), html, to, cc, uploads.attachments(files)));
                    done(texts.get("composer.forwarded"), null);
                }
                default -> note();
            }
        } catch (ConversationMovedOn news) {
            showNews(news);
        }
    }

    /** Keeps it inside, whatever the mode says: the note's button never sends. */
    public void note() {
        TicketView ticket = page.getTicket();
        standing.begin(ticket.id());
        if (mode == Saying.CALL) {
            conversations.call(ticket.id(), html, uploads.attachments(files));
        } else {
            conversations.note(ticket.id(), html, uploads.attachments(files));
        }
        done(texts.get(mode == Saying.CALL ? "composer.called" : "composer.noted"), null);
    }

    private void reply(TicketView ticket) {
        Reply reply = answer(ticket, then == Status.POSTPONED ? wakesUp() : null, seenVersion);
        boolean told = by == Channel.PHONE || by == Channel.IN_PERSON; // for them the time is hidden
        if (sendAt != null && !told) {
            HeldReplyView waits = held.later(reply, TicketForm.instant(sendAt, viewer.getZone()));
            done(texts.of("composer.goesOutAt", times.minute(waits.dueAt())), "undoSend");
            return;
        }
        Integer seconds = holdSeconds();
        if (seconds != null && seconds == 0) {
            conversations.reply(reply);
            done(texts.get("composer.sent"), null);
        } else {
            held.hold(reply, seconds);
            done(texts.get("composer.goesOut"), "undoSend");
        }
    }

    /** What stands in the composer, as an answer. */
    private Reply answer(TicketView ticket, Instant wakesUp, Integer version) {
        boolean mail = by == Channel.EMAIL; // the addresses are hidden otherwise
        return new Reply(
                ticket.id(),
                html,
                mail ? to : null,
                mail ? cc : null,
                uploads.attachments(files),
                then,
                then.isWaiting() ? reason : null,
                wakesUp,
                version,
                by);
    }

    private Instant wakesUp() {
        return TicketForm.instant(wakeUpAt, viewer.getZone());
    }

    /** Shows the answer to a colleague or a team before it goes out; it leaves the composer for that time. */
    public void share() {
        TicketView ticket = page.getTicket();
        standing.begin(ticket.id());
        if (reviewer == null || !reviewer.matches("(?:person|team):\\d{1,18}")) {
            throw new InvalidInput("reviewer", "required");
        }
        long id = Long.parseLong(reviewer.substring(reviewer.indexOf(':') + 1));
        boolean team = reviewer.startsWith("team:");
        boolean wakes = then == Status.POSTPONED && wakeUpAt != null && !wakeUpAt.isBlank();
        shared.share(answer(ticket, wakes ? wakesUp() : null, null), team ? null : id, team ? id : null, question);
        done(texts.get("review.isShown"), null);
    }

    /**
     * Takes the caller's own answer back into the composer, or one that was shown for review; what stands there now stays,
     * below it.
     */
    public void takeBack() {
        String up = parameter("shared");
        Instant later = up == null ? chosenTime(heldId()) : null;
        Reply back = up == null ? held.takeBack(heldId()) : shared.takeUp(Long.parseLong(up));
        Map<String, String> fields = new HashMap<>();
        fields.put("mode", Saying.PUBLIC.name());
        put(fields, "to", back.to());
        put(fields, "cc", back.cc());
        put(fields, "by", back.by());
        put(fields, "then", back.statusAfter());
        put(fields, "reason", back.reason());
        put(fields, "wakeUpAt", local(back.wakeUpAt()));
        put(fields, "sendAt", local(later));
        List<String> tokens = back.attachments().stream()
                .map(attachments::keep)
                .map(WaitingFile::token)
                .collect(Collectors.toList());
        uploads.of(parameter("files")).forEach(file -> tokens.add(file.token()));
        put(fields, "files", tokens.isEmpty() ? null : String.join(",", tokens));
        String unsent = parameter("unsent");
        String words = back.html() + (unsent == null ? "" : unsent);
        takeUp(words, fields);
        drafts.save(DraftView.placeOn(page.getTicket().id()), words, fields);
        reload();
        toasts.say(texts.get(up == null ? "composer.takenBack" : "review.taken"));
    }

    /** For when it was put off; null when it only waited for the hold time. */
    private Instant chosenTime(long heldId) {
        return held.on(page.getTicket().id()).stream()
                .filter(each -> each.id() == heldId)
                .map(HeldReplyView::chosenTime)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** Does not wait for the hold time, or sends although the customer wrote meanwhile. */
    public void sendNow() {
        held.sendNow(heldId());
        page.refresh();
        seenVersion = page.getTicket().version();
        toasts.say(texts.get("composer.sent"));
    }

    private static long heldId() {
        return Long.parseLong(parameter("held"));
    }

    private static String parameter(String name) {
        return FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get(name);
    }

    private void showNews(ConversationMovedOn news) {
        page.refresh();
        seenVersion = page.getTicket().version();
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, texts.refusal(news), null));
    }

    private void done(String words, String undo) {
        drafts.discard(DraftView.placeOn(page.getTicket().id()));
        uploads.forget(files);
        clear();
        said++;
        page.refresh();
        reload();
        if (undo == null) {
            toasts.say(words);
        } else {
            toasts.sayWithUndo(words, undo);
        }
    }

    private void reload() {
        seenVersion = page.getTicket().version();
        draft = drafts.mine(DraftView.placeOn(page.getTicket().id())).orElse(null);
    }

    private void clear() {
        html = null;
        to = null;
        cc = null;
        files = null;
        reason = null;
        wakeUpAt = null;
        sendAt = null;
        reviewer = null;
        question = null;
        by = getUsualChannel();
        then = Status.ANSWERED;
    }

    private Integer holdSeconds() {
        return settings.get(ProfilePage.HOLD)
                .filter(seconds -> seconds.matches("\\d{1,2}"))
                .map(Integer::valueOf)
                .orElse(null);
    }

    private String local(Instant instant) {
        return instant == null
                ? null
                : instant.atZone(viewer.getZone()).toLocalDateTime().toString();
    }

    private static void put(Map<String, String> fields, String name, Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name, E otherwise) {
        try {
            return name == null ? otherwise : Enum.valueOf(type, name);
        } catch (IllegalArgumentException unknown) { // a draft of another version of this page
            return otherwise;
        }
    }

    /** Where the draft is kept. */
    public String getPlace() {
        return DraftView.placeOn(page.getTicket().id());
    }

    /** How often the draft had been saved when the page was made. */
    public long getRevision() {
        return draft == null ? 0 : draft.revision();
    }

    /** Which open page has saved the draft; null when none has. */
    public String getWriter() {
        return draft == null ? null : draft.writer();
    }

    /** When the draft that the page shows was saved, in milliseconds; 0 when there is none. */
    public long getSavedAt() {
        return draft == null || draft.isEmpty() ? 0 : draft.savedAt().toEpochMilli();
    }

    /** Grows with each thing said, so that the script knows that what it keeps has been sent. */
    public int getSaid() {
        return said;
    }

    public Saying[] getModes() {
        return Saying.values();
    }

    /** How an answer may reach the customer. */
    public List<Channel> getChannels() {
        return Reply.CHANNELS;
    }

    /** How it does unless the agent chooses: by mail where there is an address. */
    public Channel getUsualChannel() {
        return page.getTicket().requesterEmail() == null ? Channel.PORTAL : Channel.EMAIL;
    }

    /** The statuses that a reply may bring, the usual one first. */
    public List<Status> getStatuses() {
        return List.of(Status.ANSWERED, Status.PENDING, Status.ON_HOLD, Status.POSTPONED, Status.RESOLVED, Status.OPEN);
    }

    public List<WaitingFile> getUploads() {
        return uploads.of(files);
    }

    public Saying getMode() {
        return mode;
    }

    public void setMode(Saying mode) {
        this.mode = mode == null ? Saying.PUBLIC : mode;
    }

    public String getHtml() {
        return html;
    }

    public void setHtml(String html) {
        this.html = html;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getSendAt() {
        return sendAt;
    }

    public void setSendAt(String sendAt) {
        this.sendAt = sendAt;
    }

    /** Who is to look it over: {@code person:} or {@code team:} and the id. */
    public String getReviewer() {
        return reviewer;
    }

    public void setReviewer(String reviewer) {
        this.reviewer = reviewer;
    }

    public String getQuestion() {
        return question;
    }

    public void setQuestion(String question) {
        this.question = question;
    }

    public String getCc() {
        return cc;
    }

    public void setCc(String cc) {
        this.cc = cc;
    }

    public String getFiles() {
        return files;
    }

    public void setFiles(String files) {
        this.files = files;
    }

    public Channel getBy() {
        return by;
    }

    public void setBy(Channel by) {
        this.by = by;
    }

    public Status getThen() {
        return then;
    }

    public void setThen(Status then) {
        this.then = then;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getWakeUpAt() {
        return wakeUpAt;
    }

    public void setWakeUpAt(String wakeUpAt) {
        this.wakeUpAt = wakeUpAt;
    }
}
