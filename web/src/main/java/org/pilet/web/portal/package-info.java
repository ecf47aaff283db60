/**
 * The customer's side: own requests, a new one, the thread of one, the profile, and what strangers do before they are
 * known (register, choose a password, ask for a new link). Decided: every gesture is a plain form post followed by a
 * redirect, so that it works before and without scripts; a page shows public messages only, whoever looks at it.
 */
package org.pilet.web.portal;
