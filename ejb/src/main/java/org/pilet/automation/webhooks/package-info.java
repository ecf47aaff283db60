/**
 * Calls to other systems. Decided: each call is signed with a secret that is derived, not stored; it leaves through the
 * outbox, which tries again with back-off and keeps what could not be delivered; every attempt is logged; addresses inside
 * the house's own network are refused unless the operator has named them.
 */
package org.pilet.automation.webhooks;
