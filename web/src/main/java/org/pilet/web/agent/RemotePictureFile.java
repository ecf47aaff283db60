package org.pilet.web.agent;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.pilet.channels.mail.pictures.RemotePicture;
import org.pilet.channels.mail.pictures.RemotePictures;
import org.pilet.platform.NotFound;

/** A picture of a message from the web, for an agent who asked to see it; the browser itself never calls the web. */
@WebServlet("/agent/remote-picture")
public class RemotePictureFile extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private RemotePictures pictures;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String message = String.valueOf(request.getParameter("message"));
        String place = String.valueOf(request.getParameter("n"));
        if (!message.matches("\\d{1,18}") || !place.matches("\\d{1,4}")) {
            throw new NotFound("picture", place);
        }
        Optional<RemotePicture> picture = pictures.of(Long.parseLong(message), Integer.parseInt(place));
        if (picture.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(picture.get().mediaType());
        response.setContentLength(picture.get().bytes().length);
        response.setHeader("Cache-Control", "private, max-age=600");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.getOutputStream().write(picture.get().bytes());
    }
}
