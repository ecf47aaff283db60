/**
 * Tests that run inside the deployed application, where they can call the doors: {@code @ArquillianTest} without
 * {@code @RunAsClient}. Only this package travels to the server; nothing of the outside may be used in it.
 */
package org.pilet.it.inside;
