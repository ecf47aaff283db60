package org.pilet.web.api;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.pilet.web.common.DeskAuthentication;
import org.pilet.web.common.TokenCaller;

/** Lets a request through only when its token has the scope that the resource needs; one that names none is closed. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class ScopeCheck implements ContainerRequestFilter {

    @Context
    private ResourceInfo resource;

    @Context
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        NeedsScope needs = resource.getResourceMethod().getAnnotation(NeedsScope.class);
        if (needs == null) {
            needs = resource.getResourceClass().getAnnotation(NeedsScope.class);
        }
        if (needs == null || !mayUse(needs.value())) {
            throw new ScopeMissing(needs == null ? "" : needs.value());
        }
    }

    private boolean mayUse(String scope) {
        return request.getAttribute(DeskAuthentication.TOKEN_CALLER) instanceof TokenCaller caller
                && (scope.equals(NeedsScope.ANY) || caller.scopes().contains(scope));
    }
}
