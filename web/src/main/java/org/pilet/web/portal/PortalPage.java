package org.pilet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.pilet.platform.Page;
import org.pilet.search.MyTicketRow;
import org.pilet.search.MyTickets;
import org.pilet.search.MyTicketsQuery;
import org.pilet.web.common.Viewer;

/** The customer's own requests: the open ones, the closed ones, or those that a search finds among all. */
@Named
@RequestScoped
public class PortalPage {

    private static final int SIZE = 20;

    @Inject
    private MyTickets requests;

    @Inject
    private Viewer viewer;

    @Inject
    private ExternalContext external;

    private String search;
    private boolean closed;
    private String after;
    private Page<MyTicketRow> page;

    /** Whoever came by a link to one request has no list: they get that request. */
    public void load() throws IOException {
        if (viewer.isLimited()) {
            external.redirect(
                    external.getRequestContextPath() + "/portal/request.xhtml?id=" + viewer.getOnlyTicketId());
            return;
        }
        page = requests.page(new MyTicketsQuery(isSearching() ? null : Boolean.valueOf(!closed), search), after, SIZE);
    }

    public boolean isSearching() {
        return search != null && !search.isBlank();
    }

    /** The first page without any row: what is shown instead says what belongs there. */
    public boolean isBare() {
        return page.rows().isEmpty() && after == null;
    }

    public Page<MyTicketRow> getPage() {
        return page;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search;
    }

    public boolean isClosed() {
        return closed;
    }

    public void setClosed(boolean closed) {
        this.closed = closed;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
