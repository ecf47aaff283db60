/**
 * The whole application, deployed, seen from outside: by browser, HTTP, SMTP, IMAP and SQL. One server and one deployment
 * serve all tests of a process, of which a run has two. A test here is marked {@code @ArquillianTest @RunAsClient} and asks
 * {@link org.pilet.it.Installation} where everything is; it shares the data with all others, so it makes its own.
 */
package org.pilet.it;
