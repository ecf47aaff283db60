package org.pilet.server;

import java.util.stream.Collectors;

/** What is said when everything runs: where to go, as whom, and what to try first. */
record Greeting(Ports ports, DataFolder data) {

    String text() {
        var accounts = DemoAccounts.ALL.stream()
                .map(account -> "    %-14s %s".formatted(account.role(), account.address()))
                .collect(Collectors.joining("\n"));
        return """

                ------------------------------------------------------------------------------
                  Pilet is ready:  %s

                  Sign in with the password %s as
                %s

                  Write a first mail to the help desk, from another terminal:

                    printf 'From: Anna <anna@northwind.test>\\nTo: support@pilet.test\\nSubject: The printer is on fire\\n\\nPlease help!\\n' \\
                      | curl -s smtp://localhost:%d --mail-from anna@northwind.test --mail-rcpt support@pilet.test -T -

                  A few seconds later it is a ticket. Or point a mail program at localhost,
                  SMTP port %d and IMAP port %d; any address and any password will do,
                  nothing leaves this machine.

                  Your data are in %s and are kept for the next start.
                  The log is      %s/server/log/pilet.log

                  Stop with Ctrl-C.
                ------------------------------------------------------------------------------
                """.formatted(
                        ports.address(),
                        DemoAccounts.PASSWORD,
                        accounts,
                        ports.smtp(),
                        ports.smtp(),
                        ports.imap(),
                        data.path(),
                        data.path());
    }
}
