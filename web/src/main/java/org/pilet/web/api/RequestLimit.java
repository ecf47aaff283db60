package org.pilet.web.api;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Keeps one person's programs from taking the whole server, on each node. */
@Provider
@Priority(Priorities.AUTHORIZATION - 1)
public class RequestLimit implements ContainerRequestFilter {

    @Inject
    private RequestAllowance allowance;

    @Context
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        if (request.getUserPrincipal() != null) {
            allowance.take(request.getUserPrincipal().getName());
        }
    }
}
