package org.pilet.web.common;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import org.pilet.conversation.WaitingFile;
import org.pilet.platform.Refusal;

/**
 * Takes one file at a time from a page's script and answers with its token; a refusal in the viewer's words. Until it is
 * sent, its uploader may look at it: {@code ?token=}, as a download, or {@code &inline} where it is a picture.
 */
@WebServlet("/uploads")
@MultipartConfig(fileSizeThreshold = 1 << 16)
public class UploadFiles extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private Uploads uploads;

    @Inject
    private PageTexts texts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getUserPrincipal() == null) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        AttachmentFiles.send(uploads.open(request.getParameter("token")), request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        if (request.getUserPrincipal() == null) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED); // the page keeps the file and asks to sign in
            response.getWriter()
                    .write(Json.createObjectBuilder()
                            .add("error", texts.get("draft.signedOut"))
                            .build()
                            .toString());
            return;
        }
        request.setCharacterEncoding("UTF-8"); // of the file's name
        Part part = request.getPart("file");
        if (part == null) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        try (InputStream content = part.getInputStream()) {
            WaitingFile upload = uploads.take(part.getSubmittedFileName(), part.getContentType(), content);
            response.getWriter()
                    .write(Json.createObjectBuilder()
                            .add("token", upload.token())
                            .add("name", upload.name())
                            .add("size", upload.size())
                            .build()
                            .toString());
        } catch (Refusal refusal) {
            response.setStatus(FaultAnswer.status(refusal.kind()));
            response.getWriter()
                    .write(Json.createObjectBuilder()
                            .add("error", texts.refusal(refusal))
                            .build()
                            .toString());
        }
    }
}
