package org.pilet.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import org.pilet.people.People;
import org.pilet.platform.DatabaseFault;
import org.pilet.platform.Refusal;
import org.pilet.web.common.Language;

/** In which language to say no: as the request asks, else as the person's profile has it, else English. */
@RequestScoped
public class CallerLanguage {

    @Inject
    private HttpServletRequest request;

    @Inject
    private People people;

    Language ofCaller() {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null || request.getUserPrincipal() == null) {
            return ofRequest();
        }
        try {
            return Language.ofTag(people.myself().language()).orElse(Language.EN);
        } catch (Refusal | DatabaseFault unknown) {
            return Language.EN;
        }
    }

    /** Without asking the database, which may be what is away. */
    Language ofRequest() {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null ? Language.EN : Language.preferred(request);
    }
}
