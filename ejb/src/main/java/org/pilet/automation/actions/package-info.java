/**
 * Everything that a rule or a macro can do. One class each, found by itself: adding one is adding a file here and its
 * words to the texts of the pages. An action does nothing itself, it asks its {@link Work} to: so the same action can be
 * carried out, or only imagined for a dry run.
 */
package org.pilet.automation.actions;
