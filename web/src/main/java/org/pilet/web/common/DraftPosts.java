package org.pilet.web.common;

import jakarta.ejb.EJB;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pilet.conversation.DraftView;
import org.pilet.conversation.Drafts;
import org.pilet.platform.Refusal;

/**
 * Takes unsent words from a page's script as they are typed. Stands beside the pages on purpose: no view, no conversation
 * with the server that could have ended, so words are saved even where the page itself has expired. Whoever has been
 * signed out hears 401, and the script keeps the words until they are back.
 */
@WebServlet("/drafts")
public class DraftPosts extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final int LARGEST = 24 * 1024 * 1024;

    @EJB
    private Drafts drafts;

    /** What was left at a place, for a form that is filled only once somebody opens it. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (request.getUserPrincipal() == null) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        try {
            Optional<DraftView> left = drafts.mine(request.getParameter("place"));
            JsonObjectBuilder fields = Json.createObjectBuilder();
            left.ifPresent(draft -> draft.fields().forEach(fields::add));
            JsonObjectBuilder answer = Json.createObjectBuilder()
                    .add("revision", left.map(DraftView::revision).orElse(0L))
                    .add(
                            "savedAt",
                            left.filter(draft -> !draft.isEmpty())
                                    .map(draft -> draft.savedAt().toEpochMilli())
                                    .orElse(0L))
                    .add("fields", fields);
            left.map(DraftView::writer).ifPresent(writer -> answer.add("writer", writer));
            response.setContentType("application/json");
            response.setCharacterEncoding("UTF-8");
            response.getWriter().write(answer.build().toString());
        } catch (Refusal refusal) {
            response.setStatus(FaultAnswer.status(refusal.kind()));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (request.getUserPrincipal() == null) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        if (request.getContentLengthLong() > LARGEST) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        try (JsonReader reader = Json.createReader(request.getInputStream())) {
            JsonObject draft = reader.readObject();
            long revision = drafts.save(
                    draft.getString("place"),
                    draft.getString("html", ""),
                    fields(draft.getJsonObject("fields")),
                    draft.getString("writer", null));
            response.setContentType("application/json");
            response.getWriter()
                    .write(Json.createObjectBuilder()
                            .add("revision", revision)
                            .build()
                            .toString());
        } catch (JsonException | ClassCastException | NullPointerException malformed) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } catch (Refusal refusal) {
            response.setStatus(FaultAnswer.status(refusal.kind()));
        }
    }

    private static Map<String, String> fields(JsonObject json) {
        Map<String, String> fields = new TreeMap<>();
        if (json != null) {
            json.forEach((name, value) -> fields.put(name, ((JsonString) value).getString()));
        }
        return fields;
    }
}
