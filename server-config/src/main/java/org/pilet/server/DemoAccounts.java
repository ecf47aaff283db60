package org.pilet.server;

import java.util.List;

/** The accounts the greeting names; the application creates them when {@code pilet.demo} is true. */
final class DemoAccounts {

    static final String PASSWORD = "pilet-demo";

    static final List<DemoAccount> ALL = List.of(
            new DemoAccount("agent", "mari@pilet.test"),
            new DemoAccount("team lead", "tamar@pilet.test"),
            new DemoAccount("operator", "oskar@pilet.test"),
            new DemoAccount("administrator", "ada@pilet.test"),
            new DemoAccount("customer", "anna@northwind.test"));

    private DemoAccounts() {}

    record DemoAccount(String role, String address) {}
}
