package org.pilet.web.api;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pilet.platform.LimitedStream;
import org.pilet.platform.Refusal;

/**
 * Reads JSON bodies up to a size, and tells the sender's mistakes from ours: whatever goes wrong while a body is read is
 * a bad request.
 */
@Provider
public class JsonBodies implements ReaderInterceptor {

    /** Room for a long text with pasted screenshots. */
    static final long LARGEST = 15L * 1024 * 1024;

    /** The character that no database text can hold; an even number of backslashes before it are somebody's words. */
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u0000");

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (!isJson(context.getMediaType())) {
            return context.proceed();
        }
        context.setInputStream(new LimitedStream(context.getInputStream(), LARGEST, () -> new BodyTooLarge(LARGEST)));
        Object body = read(context);
        if (body == null) {
            throw new BadRequestException("empty");
        }
        if (NUL.matcher(Json.of(body)).find()) {
            throw new BadRequestException("NUL");
        }
        return body;
    }

    private static Object read(ReaderInterceptorContext context) throws IOException {
        try {
            return context.proceed();
        } catch (WebApplicationException | IOException known) {
            throw known;
        } catch (RuntimeException unreadable) { // what the JSON binding throws differs from server to server
            throw refusal(unreadable).orElseThrow(() -> new BadRequestException("malformed", unreadable));
        }
    }

    private static Optional<Refusal> refusal(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    private static boolean isJson(MediaType type) {
        return type != null
                && (MediaType.APPLICATION_JSON_TYPE.isCompatible(type)
                        || type.getSubtype().endsWith("+json"));
    }
}
