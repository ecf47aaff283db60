package org.pilet.it.inside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.pilet.platform.Sql;

/** Signs in whom {@link As} names: each test method comes to the server as a request of its own that names the method. */
@ApplicationScoped
public class SignInByAnnotation implements HttpAuthenticationMechanism {

    @Inject
    private Sql sql;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        var address = wanted(request);
        if (address == null) {
            return context.doNothing();
        }
        if (address.equals(As.SYSTEM)) {
            return context.notifyContainerAboutLogin(As.SYSTEM, Set.of(As.SYSTEM));
        }
        var id = sql.list("select id from person where email = ?", row -> row.number("id"), address)
                .get(0);
        var roles = sql.list("select role from account_role where person_id = ?", row -> row.text("role"), id);
        return context.notifyContainerAboutLogin(Long.toString(id), new HashSet<>(roles));
    }

    private static String wanted(HttpServletRequest request) {
        var className = request.getParameter("className");
        var methodName = request.getParameter("methodName");
        if (className == null || methodName == null) {
            return null;
        }
        try {
            return Stream.of(Class.forName(className).getDeclaredMethods())
                    .filter(method -> method.getName().equals(methodName) && method.isAnnotationPresent(As.class))
                    .map(method -> method.getAnnotation(As.class).value())
                    .findFirst()
                    .orElse(null);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
