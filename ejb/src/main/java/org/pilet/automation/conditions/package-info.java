/**
 * Everything that a rule can ask. One class each, found by itself: adding one is adding a file here and its words to the
 * texts of the pages.
 */
package org.pilet.automation.conditions;
