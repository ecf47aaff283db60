/** The administrator's pages: what could not leave the house, and how mail comes in. */
package org.pilet.web.admin;
