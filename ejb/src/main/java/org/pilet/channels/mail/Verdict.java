package org.pilet.channels.mail;

/**
 * What a filter found.
 *
 * @param reason in words, for the mail log and the page's "why here?"
 */
record Verdict(Treatment treatment, String reason) {}
