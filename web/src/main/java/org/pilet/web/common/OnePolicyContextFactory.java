package org.pilet.web.common;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.ExternalContextFactory;
import jakarta.faces.context.ExternalContextWrapper;

/**
 * Keeps an answer to one content security policy. PrimeFaces adds one for each page that is drawn, and where a page breaks
 * off and the error page comes instead, two are: browsers obey both, and each refuses the other's nonce.
 */
public class OnePolicyContextFactory extends ExternalContextFactory {

    private static final String POLICY = "Content-Security-Policy";

    public OnePolicyContextFactory(ExternalContextFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExternalContext getExternalContext(Object context, Object request, Object response) {
        return new OnePolicy(getWrapped().getExternalContext(context, request, response));
    }

    private static final class OnePolicy extends ExternalContextWrapper {

        private OnePolicy(ExternalContext wrapped) {
            super(wrapped);
        }

        @Override
        public void addResponseHeader(String name, String value) {
            if (POLICY.equalsIgnoreCase(name)) {
                setResponseHeader(name, value);
            } else {
                super.addResponseHeader(name, value);
            }
        }
    }
}
