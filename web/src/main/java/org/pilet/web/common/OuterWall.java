package org.pilet.web.common;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Where everything ends that nobody behind it handled; see {@link FaultAnswer}. */
public class OuterWall implements Filter {

    @Inject
    private FaultAnswer faultAnswer;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (Exception thrown) { // one of the three outer walls: see .adr
            faultAnswer.write((HttpServletRequest) request, (HttpServletResponse) response, thrown);
        }
    }
}
