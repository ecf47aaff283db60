package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.pilet.conversation.Splits;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.tickets.LinkKind;
import org.pilet.tickets.LinkView;
import org.pilet.tickets.LinkedTickets;
import org.pilet.tickets.MergeView;
import org.pilet.tickets.MergeWouldShare;
import org.pilet.tickets.Merges;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketView;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;

/** How the ticket hangs together with others: links, merges, splits; and the gestures that make and undo them. */
@Named
@RequestScoped
public class LinksPanel {

    @EJB
    private LinkedTickets linked;

    @EJB
    private Merges merges;

    @EJB
    private Splits splits;

    @EJB
    private TicketFinder finder;

    @Inject
    private TicketPage page;

    @Inject
    private Undos undos;

    @Inject
    private Toasts toasts;

    @Inject
    private PageTexts texts;

    private LinkKind kind = LinkKind.RELATED;
    private String number;
    private String target;
    private List<LinkView> links;
    private List<MergeView> merged;

    /** Draws the link that the form describes. */
    public void link() {
        TicketView other = other(number);
        draw(other, kind);
        number = null;
    }

    private void draw(TicketView other, LinkKind as) {
        long here = page.getTicket().id();
        long there = other.id();
        linked.link(here, there, as);
        forget();
        undos.offer(
                texts.of("links.linked", other.number()), doors -> doors.links().unlink(here, there, as));
    }

    public void unlink(LinkView link) {
        long from = link.outgoing() ? page.getTicket().id() : link.id();
        long to = link.outgoing() ? link.id() : page.getTicket().id();
        LinkKind as = link.kind();
        linked.unlink(from, to, as);
        forget();
        undos.offer(texts.of("links.unlinked", link.number()), doors -> doors.links()
                .link(from, to, as));
    }

    /** Merges this ticket into the one the form names, and goes there; asks first where people would read more. */
    public String merge() {
        page.ask(null);
        try {
            return merge(false);
        } catch (MergeWouldShare asks) {
            page.ask(texts.refusal(asks));
            return null;
        }
    }

    /** Merges though people then read what was not written for them. */
    public String mergeAllTheSame() {
        return merge(true);
    }

    private String merge(boolean maySeeAll) {
        MergeView done = merges.merge(page.getTicket().id(), other(target).id(), maySeeAll);
        return to(done.targetNumber(), "merged");
    }

    /** Keeps the conversations apart: this ticket is the other one's duplicate, and is solved with it. */
    public void linkAsDuplicate() {
        draw(other(target), LinkKind.DUPLICATE_OF);
        target = null;
        page.ask(null);
    }

    public String undoMerge(long mergeId) {
        merges.undo(mergeId);
        page.refresh();
        changed(texts.get("links.unmerged"));
        return null;
    }

    /** Makes a new ticket of one message, and goes there. */
    public String split() {
        String message = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("message");
        return to(splits.split(Long.parseLong(message), null).number(), "split");
    }

    public String undoSplit(String origin) {
        splits.takeBack(page.getTicket().id());
        return to(origin, "unsplit");
    }

    private static String to(String number, String did) {
        return "/agent/ticket.xhtml?faces-redirect=true&number=" + number + "&did=" + did;
    }

    private TicketView other(String typed) {
        if (typed == null || typed.isBlank()) {
            throw new InvalidInput("number", "required");
        }
        try {
            return finder.byNumber(digits(typed));
        } catch (NotFound none) {
            throw new InvalidInput("number", "unknown", typed.strip());
        }
    }

    /** Numbers may be typed with the digits of any script. */
    private static String digits(String typed) {
        StringBuilder plain = new StringBuilder();
        typed.codePoints().filter(Character::isDigit).forEach(c -> plain.append(Character.digit(c, 10)));
        return plain.toString();
    }

    private void changed(String words) {
        forget();
        toasts.say(words);
    }

    private void forget() {
        links = null;
        merged = null;
    }

    /** Those drawn by hand and those that tell of a follow-up or a split; merges are told by themselves. */
    public List<LinkView> getLinks() {
        if (links == null) {
            links = linked.of(page.getTicket().id()).stream()
                    .filter(link -> link.kind() != LinkKind.MERGED_INTO)
                    .toList();
        }
        return links;
    }

    public List<MergeView> getMerged() {
        if (merged == null) {
            merged = page.getTicket().mayWork() ? merges.of(page.getTicket().id()) : List.of();
        }
        return merged;
    }

    /** In words, read from this ticket. */
    public String words(LinkView link) {
        return texts.get("links." + link.kind() + (link.outgoing() ? "" : ".back"));
    }

    public List<LinkKind> getKinds() {
        return Arrays.stream(LinkKind.values()).filter(LinkKind::isByHand).toList();
    }

    public LinkKind getKind() {
        return kind;
    }

    public void setKind(LinkKind kind) {
        this.kind = kind;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    /** What must be decided before a merge, or null. */
    public String getQuestion() {
        return page.asked();
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }
}
