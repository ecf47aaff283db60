/**
 * Tells open pages that something has changed, so that they ask again. Decided: what travels is only the ticket's id and
 * what kind of thing happened, never content, since permission is checked when the page asks; it may be lost (pages also
 * ask by themselves after a while), so it is sent after the commit and never waited for.
 */
package org.pilet.web.live;
