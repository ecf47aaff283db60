package org.pilet.it;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A customer with a browser of their own, an address nobody else has, and eyes for the mail sent to it. */
final class PortalVisitor implements AutoCloseable {

    static final String PASSWORD = "correct horse battery";

    private static final Pattern PASSWORD_LINK = Pattern.compile("/portal/open/password\\.xhtml\\?token=([\\w.%-]+)");

    private final BrowserContext context;
    private final Page page;
    private final String email;

    private PortalVisitor(BrowserContext context, String name) {
        this.context = context;
        this.page = context.newPage();
        this.email = name.toLowerCase(Locale.ROOT) + "." + UUID.randomUUID() + "@customers.test";
    }

    /** Somebody who is not known yet. */
    static PortalVisitor stranger(Browser browser, String name) {
        return new PortalVisitor(browser.context(1440, 900), name);
    }

    /** Somebody who has registered just now, in their browser, and stands before their empty list. */
    static PortalVisitor registered(Browser browser, String name) {
        PortalVisitor visitor = stranger(browser, name);
        visitor.register(name);
        return visitor;
    }

    void register(String name) {
        page.navigate("/portal/open/register.xhtml");
        page.fill("[id='register:name']", name);
        page.fill("[id='register:email']", email);
        page.click("[id='register:send']");
        page.waitForSelector("[role=status]");
        choosePassword(passwordLink(0), PASSWORD);
    }

    void choosePassword(String link, String password) {
        page.navigate(link);
        page.fill("[id='choose:password']", password);
        page.click("[id='choose:save']");
        page.waitForURL("**/portal/index.xhtml");
    }

    /** The link of the mail that came after so many others of its kind. */
    String passwordLink(int before) {
        return await("mail to " + email)
                .atMost(Duration.ofSeconds(30))
                .until(() -> links().skip(before).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** Opens a request and returns its number. */
    String ask(String subject, String words) {
        page.navigate("/portal/new.xhtml");
        page.getByLabel("Support", new Page.GetByLabelOptions().setExact(true)).check();
        page.fill("[id='new:subject']", subject);
        page.fill("[id='new:body']", words);
        page.click("[id='new:send']");
        page.waitForURL("**/portal/request.xhtml?number=*");
        return page.url().substring(page.url().indexOf('=') + 1);
    }

    int status(String path) {
        return page.navigate(path).status();
    }

    Page page() {
        return page;
    }

    String email() {
        return email;
    }

    @Override
    public void close() {
        context.close();
    }

    private Stream<String> links() {
        return Stream.of(Installation.mail().server().getReceivedMessages())
                .filter(this::isForMe)
                .map(PortalVisitor::text)
                .map(PASSWORD_LINK::matcher)
                .filter(Matcher::find)
                .map(Matcher::group);
    }

    private boolean isForMe(MimeMessage mail) {
        try {
            Address[] to = mail.getRecipients(RecipientType.TO);
            return to != null
                    && Stream.of(to).anyMatch(address -> address.toString().contains(email));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Part part) {
        try {
            Object content = part.getContent();
            if (content instanceof Multipart parts) {
                StringBuilder all = new StringBuilder();
                for (int at = 0; at < parts.getCount(); at++) {
                    all.append(text(parts.getBodyPart(at))).append('\n');
                }
                return all.toString();
            }
            return content instanceof String words ? words : "";
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
