package org.pilet.web.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.pilet.platform.Page;

/** Pages of long lists. */
final class Links {

    private Links() {}

    /**
     * Some items of a longer list.
     *
     * @param next the cursor of the following page, or null after the last
     */
    public record Items<T>(List<T> items, String next) {}

    /** The page, with the address of the next one in its {@code Link} header. */
    static <T> Response page(Page<T> page, UriInfo address) {
        Response.ResponseBuilder response = Response.ok(new Items<>(page.rows(), page.next()));
        if (page.next() != null) {
            response.header(
                    HttpHeaders.LINK,
                    Link.fromUri(address.getRequestUriBuilder()
                                    .replaceQueryParam("cursor", page.next())
                                    .build())
                            .rel("next")
                            .build()
                            .toString());
        }
        return response.build();
    }

    static <T> Items<T> all(List<T> items) {
        return new Items<>(items, null);
    }
}
