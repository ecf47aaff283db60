package org.pilet.it;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForFunctionOptions;

/** What an operator does on the pages of jobs and reports. */
final class ReportOperator {

    private static final double PATIENCE = 180_000;

    private final Page page;
    private final String address;

    ReportOperator(Page page, String address) {
        this.page = page;
        this.address = address;
    }

    void signIn(String email) {
        page.navigate(address + "sign-in.xhtml");
        page.fill("#signIn\\:email", email);
        page.fill("#signIn\\:password", "pilet-demo");
        page.click("#signIn\\:go");
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    /** Starts the nightly report by hand and returns the execution's id. */
    long start(String from, String to, boolean mail) {
        page.navigate(address + "reports/jobs.xhtml");
        page.fill("#start\\:from", from);
        page.fill("#start\\:to", to);
        page.setChecked("#start\\:mail", mail);
        page.click("#start\\:go");
        page.waitForFunction(
                "() => location.pathname.endsWith('execution.xhtml') || document.querySelector('#messages .message, .messages"
                        + " li')");
        if (!page.url().contains("execution.xhtml")) {
            throw new AssertionError(
                    "not started: " + page.locator(".messages").innerText()); // such as: another run works on a day
        }
        return Long.parseLong(page.url().replaceAll(".*id=", ""));
    }

    void open(String path) {
        page.navigate(address + path);
    }

    /** Waits until the page, which follows the execution by itself, shows this state. */
    void awaitState(String state) {
        page.waitForFunction(
                "state => document.querySelector('[data-state]')?.dataset.state === state",
                state,
                new WaitForFunctionOptions().setTimeout(PATIENCE));
    }

    Page page() {
        return page;
    }
}
