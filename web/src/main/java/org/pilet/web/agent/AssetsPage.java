package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pilet.assets.AssetView;
import org.pilet.assets.Assets;
import org.pilet.platform.Page;

/** The things that tickets are about, by name; its address says which. */
@Named
@RequestScoped
public class AssetsPage {

    private static final int ROWS = 50;

    @EJB
    private Assets assets;

    @Inject
    private HttpServletRequest request;

    private String q;
    private boolean all;
    private String after;
    private Page<AssetView> page = new Page<>(List.of(), null);

    public void load() {
        page = assets.search(q, all ? null : Boolean.FALSE, after, ROWS);
    }

    public List<AssetView> getRows() {
        return page.rows();
    }

    /** The address of the following page, or null on the last. */
    public String getNextPath() {
        return page.next() == null ? null : path(page.next());
    }

    /** The address of the first page, or null on it. */
    public String getFirstPath() {
        return after == null ? null : path(null);
    }

    private String path(String cursor) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("q", q);
        parameters.put("all", all ? "true" : null);
        parameters.put("after", cursor);
        return request.getContextPath() + "/agent/assets.xhtml?" + ListAddress.joined(parameters);
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }

    /** Whether those are shown too that are no longer in use. */
    public boolean isAll() {
        return all;
    }

    public void setAll(boolean all) {
        this.all = all;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
