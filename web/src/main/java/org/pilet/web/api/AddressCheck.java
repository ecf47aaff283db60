package org.pilet.web.api;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.pilet.platform.InvalidInput;

/** Refuses addresses with the one character that no database text can hold, so that it is nobody's fault further in. */
@Provider
public class AddressCheck implements ContainerRequestFilter {

    private static final String NUL = "\0";

    @Override
    public void filter(ContainerRequestContext context) {
        if (context.getUriInfo().getPath().contains(NUL)) {
            throw new NotFoundException();
        }
        context.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (values.stream().anyMatch(value -> value.contains(NUL))) {
                throw new InvalidInput(
                        name, "malformed", String.join(",", values).replace(NUL, ""));
            }
        });
    }
}
