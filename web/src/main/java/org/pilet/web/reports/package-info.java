/** Figures for those who lead, and jobs for those who run them. Everything that says what is shown stands in the address. */
package org.pilet.web.reports;
