package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.pilet.assets.AssetView;
import org.pilet.assets.Assets;
import org.pilet.assets.TicketAssets;
import org.pilet.platform.InvalidInput;
import org.pilet.web.common.PageTexts;

/** What the ticket tells of; the page asks for it once it stands. */
@Named
@RequestScoped
public class AssetsPanel {

    private static final int FEW = 8;

    @EJB
    private Assets assets;

    @EJB
    private TicketAssets onTickets;

    @Inject
    private TicketPage page;

    @Inject
    private Undos undos;

    @Inject
    private PageTexts texts;

    private List<AssetView> linked;
    private List<AssetView> near;
    private List<AssetView> found = List.of();
    private Long assetId;
    private String q;

    public List<AssetView> getLinked() {
        if (linked == null) {
            linked = onTickets.of(page.getTicket().id());
        }
        return linked;
    }

    /** What the requester has, or their organisation, and is not linked yet. */
    public List<AssetView> getNear() {
        if (near == null) {
            List<Long> there = getLinked().stream().map(AssetView::id).toList();
            near = assets.of(page.getTicket().requesterId()).stream()
                    .filter(each -> !there.contains(each.id()))
                    .toList();
        }
        return near;
    }

    /** What a search has found when it was not just one. */
    public List<AssetView> getFound() {
        return found;
    }

    /** Links what was chosen, or the one thing that fits the words; where several do they are shown. */
    public void link() {
        if (assetId != null) {
            link(assets.view(assetId));
            return;
        }
        if (q == null || q.isBlank()) {
            throw new InvalidInput("asset", "required");
        }
        found = assets.search(q, Boolean.FALSE, null, FEW).rows();
        if (found.isEmpty()) {
            throw new InvalidInput("asset", "unknown", q.strip());
        }
        if (found.size() == 1) {
            link(found.get(0));
        }
    }

    public void link(AssetView asset) {
        long ticket = page.getTicket().id();
        long id = asset.id();
        onTickets.link(ticket, id);
        forget();
        undos.offer(texts.of("assets.linked", asset.name()), doors -> doors.ticketAssets()
                .unlink(ticket, id));
    }

    public void unlink(AssetView asset) {
        long ticket = page.getTicket().id();
        long id = asset.id();
        onTickets.unlink(ticket, id);
        forget();
        undos.offer(texts.of("assets.unlinked", asset.name()), doors -> doors.ticketAssets()
                .link(ticket, id));
    }

    private void forget() {
        linked = null;
        near = null;
        found = List.of();
        assetId = null;
        q = null;
    }

    public Long getAssetId() {
        return assetId;
    }

    public void setAssetId(Long assetId) {
        this.assetId = assetId;
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }
}
