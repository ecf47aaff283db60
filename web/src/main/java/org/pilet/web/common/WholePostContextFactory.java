package org.pilet.web.common;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.ExternalContextFactory;
import jakarta.faces.context.ExternalContextWrapper;
import java.util.HashMap;
import java.util.Map;

/** Puts the nonce that {@link WholePostNonce} has found among the request's parameters. */
public class WholePostContextFactory extends ExternalContextFactory {

    public WholePostContextFactory(ExternalContextFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExternalContext getExternalContext(Object context, Object request, Object response) {
        return new WholePost(getWrapped().getExternalContext(context, request, response));
    }

    private static final class WholePost extends ExternalContextWrapper {

        private Map<String, String> completed;

        private WholePost(ExternalContext wrapped) {
            super(wrapped);
        }

        @Override
        public Map<String, String> getRequestParameterMap() {
            Object nonce = getWrapped().getRequestMap().get(WholePostNonce.NONCE);
            if (nonce == null) {
                return getWrapped().getRequestParameterMap();
            }
            if (completed == null) {
                completed = new HashMap<>(getWrapped().getRequestParameterMap());
                completed.putIfAbsent(WholePostNonce.NONCE, nonce.toString());
            }
            return completed;
        }
    }
}
