package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pilet.platform.NotFound;
import org.pilet.platform.Refusal;
import org.pilet.search.BulkChoice;
import org.pilet.search.BulkField;
import org.pilet.search.BulkOrder;
import org.pilet.search.BulkPreview;
import org.pilet.search.BulkProgress;
import org.pilet.search.BulkRefusal;
import org.pilet.search.BulkRuns;
import org.pilet.search.WorkListRow;
import org.pilet.search.WorkLists;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketFinder;
import org.pilet.web.common.PageTexts;

/**
 * One gesture on the tickets chosen, or on all of the list in sight: how many it would reach, its beginning, how far it is,
 * and taking it back. The list is the one that the request's parameters name, as the page's own address does.
 */
@WebServlet("/agent/bulk")
public class BulkPosts extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB
    private BulkRuns runs;

    @EJB
    private WorkLists lists;

    @EJB
    private TicketFinder finder;

    @Inject
    private PageTexts texts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(response, () -> {
            if (request.getParameter("run") != null) {
                return progress(runs.progress(Long.parseLong(request.getParameter("run"))));
            }
            if (request.getParameter("last") != null) {
                return runs.last().map(this::progress).orElseGet(() -> Json.createObjectBuilder()
                        .build());
            }
            throw new IllegalArgumentException("what of it?");
        });
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(response, () -> {
            if (request.getParameter("preview") != null) { // posted, since words are no part of an address
                return preview(runs.preview(choice(request), order(request)));
            }
            String undo = request.getParameter("undo");
            long run = undo == null ? runs.start(choice(request), order(request)) : runs.undo(Long.parseLong(undo));
            return progress(runs.progress(run));
        });
    }

    private static BulkChoice choice(HttpServletRequest request) {
        List<Long> tickets = Stream.of(Optional.ofNullable(request.getParameter("tickets"))
                        .orElse("")
                        .split(","))
                .filter(id -> !id.isBlank())
                .map(Long::valueOf)
                .toList();
        return new BulkChoice(ListAddress.of(request::getParameter).query(), tickets);
    }

    private BulkOrder order(HttpServletRequest request) {
        String into = request.getParameter("into");
        BulkField field = BulkField.valueOf(request.getParameter("field"));
        String response = request.getParameter("response");
        String status = request.getParameter("statusAfter");
        return new BulkOrder(
                field,
                field == BulkField.MERGE
                        ? into == null || into.isBlank() ? null : idOf(into)
                        : request.getParameter("value"),
                response == null || response.isBlank() ? null : Long.valueOf(response),
                status == null || status.isBlank() ? null : Status.valueOf(status),
                "true".equals(request.getParameter("maySeeAll")));
    }

    /** People know tickets by their numbers. */
    private String idOf(String number) {
        return lists.direct(number).map(String::valueOf).orElseThrow(() -> new NotFound("ticket", number));
    }

    private JsonObject preview(BulkPreview preview) {
        JsonArrayBuilder first = Json.createArrayBuilder();
        preview.first().forEach(row -> first.add(words(row)));
        JsonObjectBuilder answer = Json.createObjectBuilder()
                .add("count", preview.count())
                .add("most", preview.most())
                .add("requesters", preview.requesters())
                .add("tried", preview.tried())
                .add("refused", refused(preview.refused()))
                .add("stays", preview.stays())
                .add("first", first);
        if (preview.into() != null) {
            answer.add("into", words(preview.into()));
        }
        if (preview.words() != null) {
            answer.add("words", preview.words());
        }
        return answer.build();
    }

    private JsonArrayBuilder refused(List<BulkRefusal> tickets) {
        JsonArrayBuilder lines = Json.createArrayBuilder();
        tickets.forEach(each -> lines.add(each.number() + ": " + texts.refused(each.key(), each.arguments())));
        return lines;
    }

    private static String words(WorkListRow row) {
        return row.number() + " " + row.subject();
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

    private JsonObject progress(BulkProgress run) {
        JsonObjectBuilder answer = Json.createObjectBuilder();
        if (run.field() == BulkField.PROBLEM && run.undoOf() == null) {
            answer.add("made", finder.view(Long.parseLong(run.value())).number());
        }
        return answer.add("run", run.id())
                .add("total", run.total())
                .add("done", run.done())
                .add("unchanged", run.unchanged())
                .add("failed", run.failed())
                .add("refused", refused(run.refused()))
                .add("undoing", run.undoOf() != null)
                .add("finished", run.finishedAt() != null)
                .add("undoable", run.undoable())
                .build();
    }
}
