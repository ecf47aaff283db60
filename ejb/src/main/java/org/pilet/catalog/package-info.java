/** What requests are about: the category tree. Decided: every ticket has a category; its queue's default sets it. */
package org.pilet.catalog;
