package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pilet.platform.Refusal;
import org.pilet.search.BulkField;
import org.pilet.search.BulkPreview;
import org.pilet.search.BulkProgress;
import org.pilet.search.BulkRuns;
import org.pilet.web.common.PageTexts;

/**
 * One gesture on all tickets of the list in sight: how many it would reach, its beginning, how far it is, and taking it
 * back. The list is the one that the request's parameters name, as the page's own address does.
 */
@WebServlet("/agent/bulk")
public class BulkPosts extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB
    private BulkRuns runs;

    @Inject
    private PageTexts texts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(response, () -> {
            if (request.getParameter("run") != null) {
                return progress(runs.progress(Long.parseLong(request.getParameter("run"))));
            }
            if (request.getParameter("last") != null) {
                return runs.last().map(BulkPosts::progress).orElseGet(() -> Json.createObjectBuilder()
                        .build());
            }
            BulkPreview preview =
                    runs.preview(ListAddress.of(request::getParameter).query());
            JsonArrayBuilder first = Json.createArrayBuilder();
            preview.first().forEach(row -> first.add(row.number() + " " + row.subject()));
            return Json.createObjectBuilder()
                    .add("count", preview.count())
                    .add("most", preview.most())
                    .add("first", first)
                    .build();
        });
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(response, () -> {
            String undo = request.getParameter("undo");
            long run = undo == null
                    ? runs.start(
                            ListAddress.of(request::getParameter).query(),
                            BulkField.valueOf(request.getParameter("field")),
                            request.getParameter("value"))
                    : runs.undo(Long.parseLong(undo));
            return progress(runs.progress(run));
        });
    }

    private void answer(HttpServletResponse response, java.util.function.Supplier<JsonObject> work) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        try {
            response.getWriter().write(work.get().toString());
        } catch (Refusal no) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            response.getWriter()
                    .write(Json.createObjectBuilder()
                            .add("error", texts.refusal(no))
                            .build()
                            .toString());
        } catch (IllegalArgumentException | NullPointerException nonsense) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static JsonObject progress(BulkProgress run) {
        JsonArrayBuilder refused = Json.createArrayBuilder();
        run.refused().forEach(refused::add);
        return Json.createObjectBuilder()
                .add("run", run.id())
                .add("total", run.total())
                .add("done", run.done())
                .add("unchanged", run.unchanged())
                .add("failed", run.failed())
                .add("refused", refused)
                .add("undoing", run.undoOf() != null)
                .add("finished", run.finishedAt() != null)
                .add("undoable", run.undoable())
                .build();
    }
}
