package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.pilet.channels.mail.ReplyFrames;
import org.pilet.conversation.Drafts;
import org.pilet.conversation.FollowUpPolicies;
import org.pilet.conversation.FollowUpPolicy;
import org.pilet.tickets.QueueView;
import org.pilet.tickets.Queues;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;
import org.pilet.web.common.Viewer;

/**
 * What mail does in a queue: on requests that are done, and below answers. Without a queue the words below the answers from
 * all queues that have none of their own.
 */
@Named
@ViewScoped
public class QueueMailPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int USUAL_DAYS = 14;

    @EJB
    private Drafts drafts;

    @EJB
    private FollowUpPolicies policies;

    @EJB
    private ReplyFrames frames;

    @EJB
    private Queues queues;

    @Inject
    private ReplyFrameEditor frame;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    @Inject
    private PageTexts texts;

    private Long queueId;
    private String language;
    private List<QueueView> choices = List.of();
    private QueueView queue;
    private FollowUpPolicy.Kind kind;
    private Integer days;
    private boolean thanksReopen;
    private String signature;
    private boolean acknowledges;

    public void load() {
        if (language == null) {
            language = viewer.getLang();
        }
        choices = queues.active();
        if (queueId != null) {
            queue = queues.view(queueId);
            show(policies.of(queueId));
            signature = queue.signature();
            acknowledges = queue.acknowledges();
        }
        frame.show(language, queueId);
    }

    public void save() {
        queue = frames.sign(queueId, signature, acknowledges);
        boolean limited = kind == FollowUpPolicy.Kind.REOPEN_WITHIN_DAYS;
        show(policies.set(queueId, new FollowUpPolicy(kind, limited ? days : null, thanksReopen)));
        drafts.discard(getPlace());
        toasts.say(texts.get("saved"));
    }

    /** Where a signature is kept as it is typed, until it is saved. */
    public String getPlace() {
        return "form/signature/" + queueId;
    }

    private void show(FollowUpPolicy policy) {
        kind = policy.kind();
        days = policy.days() == null ? USUAL_DAYS : policy.days();
        thanksReopen = policy.thanksReopen();
    }

    /** What a signature may name, as it is typed. */
    public String getSignaturePlaces() {
        return ReplyFrameEditor.typed(ReplyFrames.SIGNATURE_PLACES);
    }

    public List<FollowUpPolicy.Kind> getKinds() {
        return Arrays.asList(FollowUpPolicy.Kind.values());
    }

    public List<QueueView> getChoices() {
        return choices;
    }

    public ReplyFrameEditor getFrame() {
        return frame;
    }

    public QueueView getQueue() {
        return queue;
    }

    public Long getQueueId() {
        return queueId;
    }

    public void setQueueId(Long queueId) {
        this.queueId = queueId;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public FollowUpPolicy.Kind getKind() {
        return kind;
    }

    public void setKind(FollowUpPolicy.Kind kind) {
        this.kind = kind;
    }

    public Integer getDays() {
        return days;
    }

    public void setDays(Integer days) {
        this.days = days;
    }

    public boolean isThanksReopen() {
        return thanksReopen;
    }

    public void setThanksReopen(boolean thanksReopen) {
        this.thanksReopen = thanksReopen;
    }

    public String getSignature() {
        return signature;
    }

    public void setSignature(String signature) {
        this.signature = signature;
    }

    public boolean isAcknowledges() {
        return acknowledges;
    }

    public void setAcknowledges(boolean acknowledges) {
        this.acknowledges = acknowledges;
    }
}
