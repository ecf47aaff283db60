package org.pilet.web.common;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pilet.conversation.AttachmentContent;
import org.pilet.conversation.AttachmentView;
import org.pilet.conversation.Attachments;
import org.pilet.platform.NotFound;

/**
 * Files on messages, at {@code /files/<id>/<name>}; the name is for the reader only. All of them are downloads: what
 * somebody sent must never run under our address. Pictures of the plain kinds may be shown in the text
 * ({@code ?inline}). Browsers keep a copy but ask again each time, so that a copy is of no use after signing out.
 */
@WebServlet("/files/*")
public class AttachmentFiles extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern PATH = Pattern.compile("/(\\d{1,18})(?:/[^/]*)?");
    private static final Set<String> PICTURES =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/avif");

    @Inject
    private Attachments attachments;

    /** The address of a file, to be put after the context path. */
    static String path(AttachmentView file) {
        return "/files/" + file.id() + "/" + encoded(file.name());
    }

    static boolean isPicture(AttachmentView file) {
        return isPicture(file.mediaType());
    }

    static boolean isPicture(String mediaType) {
        return PICTURES.contains(mediaType);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(attachments.open(id(request)), request, response);
    }

    static void send(AttachmentContent file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try (InputStream content = file.content()) {
            String tag = "\"" + file.sha256() + "\"";
            response.setHeader("ETag", tag);
            response.setHeader("Cache-Control", "private, no-cache");
            if (tag.equals(request.getHeader("If-None-Match"))) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
            describe(file.attachment(), request, response);
            content.transferTo(response.getOutputStream());
        }
    }

    private static void describe(AttachmentView file, HttpServletRequest request, HttpServletResponse response) {
        boolean inline = isPicture(file) && request.getParameter("inline") != null;
        response.setContentType(inline ? file.mediaType() : "application/octet-stream");
        response.setContentLengthLong(file.size());
        response.setHeader(
                "Content-Disposition",
                (inline ? "inline" : "attachment") + "; filename*=UTF-8''" + encoded(file.name()));
    }

    private static long id(HttpServletRequest request) {
        Matcher path = PATH.matcher(String.valueOf(request.getPathInfo()));
        if (!path.matches()) {
            throw new NotFound("attachment", "");
        }
        return Long.parseLong(path.group(1));
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
