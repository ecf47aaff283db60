/**
 * What every page stands on: sign-in, the outer wall where faults end, security headers, the viewer with language, zone
 * and theme, texts and times. Decided: one authentication mechanism of our own serves pages (session) and API (bearer,
 * no session), so that the same EAR signs people in on every server; pages are protected against foreign posts by the
 * Faces view state and by the origin check alike; the outer wall is the only place that catches everything.
 */
package org.pilet.web.common;
