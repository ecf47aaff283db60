package org.pilet.web.admin;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.pilet.channels.mail.Fetching;
import org.pilet.channels.mail.MailboxSettings;
import org.pilet.channels.mail.MailboxView;
import org.pilet.channels.mail.Threading;
import org.pilet.channels.mail.TokenAccess;

/** What the page asks about a mailbox. Secrets only go in: an empty field leaves what is kept as it is. */
public class MailboxForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final long MEGABYTE = 1024L * 1024;
    private static final int USUAL_MEGABYTES = 25;
    private static final int IMAP_PORT = 993;

    private String address;
    private String aliases = "";
    private Long queueId;
    private boolean active = true;
    private String protocol = "IMAP";
    private String host;
    private Integer port = IMAP_PORT;
    private String security = "TLS";
    private String user;
    private String password;
    private boolean tokens;
    private String tokenUrl;
    private String clientId;
    private String clientSecret;
    private String tokenScope;
    private String folder = "INBOX";
    private String doneFolder;
    private boolean leaveOnServer;
    private boolean idle = true;
    private int pollSeconds = Fetching.USUAL.pollSeconds();
    private int megabytes = USUAL_MEGABYTES;
    private boolean plusAddresses = true;
    private boolean byAddress = true;
    private boolean byHeaders = true;
    private boolean bySubject = true;
    private boolean byBody;
    private boolean byAttachments;
    private Threading.Strangers strangers = Threading.USUAL.strangers();
    private boolean archive;

    static MailboxForm of(MailboxView box) {
        MailboxForm form = new MailboxForm();
        form.address = box.address();
        form.aliases = String.join("\n", box.aliases());
        form.queueId = box.queueId();
        form.active = box.active();
        form.protocol = box.protocol();
        form.host = box.host();
        form.port = box.port();
        form.security = box.security();
        form.user = box.user();
        form.tokens = box.tokens() != null;
        if (form.tokens) {
            form.tokenUrl = box.tokens().url();
            form.clientId = box.tokens().clientId();
            form.tokenScope = box.tokens().scope();
        }
        form.folder = box.folder();
        form.doneFolder = box.doneFolder();
        form.leaveOnServer = box.fetching().leaveOnServer();
        form.idle = box.fetching().idle();
        form.pollSeconds = box.fetching().pollSeconds();
        form.megabytes = (int) Math.max(1, box.largest() / MEGABYTE);
        form.plusAddresses = box.plusAddresses();
        form.byAddress = box.threading().address();
        form.byHeaders = box.threading().headers();
        form.bySubject = box.threading().subject();
        form.byBody = box.threading().body();
        form.byAttachments = box.threading().attachments();
        form.strangers = box.threading().strangers();
        form.archive = box.archive();
        return form;
    }

    MailboxSettings settings(Long id, Integer version) {
        return new MailboxSettings(
                id,
                address,
                queueId,
                protocol,
                blankToNull(host),
                port,
                security,
                blankToNull(user),
                blankToNull(password),
                folder,
                doneFolder,
                megabytes * MEGABYTE,
                plusAddresses,
                active,
                aliases == null ? List.of() : Arrays.asList(aliases.strip().split("[\\s,;]+")),
                new Threading(byAddress, byHeaders, bySubject, byBody, byAttachments, strangers),
                archive,
                tokens ? new TokenAccess(tokenUrl, clientId, blankToNull(clientSecret), blankToNull(tokenScope)) : null,
                new Fetching(leaveOnServer, idle, pollSeconds),
                version);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Whether it is fetched from a server at all. */
    public boolean isFetched() {
        return !protocol.equals("PIPE");
    }

    public boolean isPop() {
        return protocol.equals("POP3");
    }

    public boolean isImap() {
        return protocol.equals("IMAP");
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public String getAliases() {
        return aliases;
    }

    public void setAliases(String aliases) {
        this.aliases = aliases;
    }

    public Long getQueueId() {
        return queueId;
    }

    public void setQueueId(Long queueId) {
        this.queueId = queueId;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public String getProtocol() {
        return protocol;
    }

    public void setProtocol(String protocol) {
        this.protocol = protocol;
    }

    public String getHost() {
        return host;
    }

    public void setHost(String host) {
        this.host = host;
    }

    public Integer getPort() {
        return port;
    }

    public void setPort(Integer port) {
        this.port = port;
    }

    public String getSecurity() {
        return security;
    }

    public void setSecurity(String security) {
        this.security = security;
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public boolean isTokens() {
        return tokens;
    }

    public void setTokens(boolean tokens) {
        this.tokens = tokens;
    }

    public String getTokenUrl() {
        return tokenUrl;
    }

    public void setTokenUrl(String tokenUrl) {
        this.tokenUrl = tokenUrl;
    }

    public String getClientId() {
        return clientId;
    }

    public void setClientId(String clientId) {
        this.clientId = clientId;
    }

    public String getClientSecret() {
        return clientSecret;
    }

    public void setClientSecret(String clientSecret) {
        this.clientSecret = clientSecret;
    }

    public String getTokenScope() {
        return tokenScope;
    }

    public void setTokenScope(String tokenScope) {
        this.tokenScope = tokenScope;
    }

    public String getFolder() {
        return folder;
    }

    public void setFolder(String folder) {
        this.folder = folder;
    }

    public String getDoneFolder() {
        return doneFolder;
    }

    public void setDoneFolder(String doneFolder) {
        this.doneFolder = doneFolder;
    }

    public boolean isLeaveOnServer() {
        return leaveOnServer;
    }

    public void setLeaveOnServer(boolean leaveOnServer) {
        this.leaveOnServer = leaveOnServer;
    }

    public boolean isIdle() {
        return idle;
    }

    public void setIdle(boolean idle) {
        this.idle = idle;
    }

    public int getPollSeconds() {
        return pollSeconds;
    }

    public void setPollSeconds(int pollSeconds) {
        this.pollSeconds = pollSeconds;
    }

    public int getMegabytes() {
        return megabytes;
    }

    public void setMegabytes(int megabytes) {
        this.megabytes = megabytes;
    }

    public boolean isPlusAddresses() {
        return plusAddresses;
    }

    public void setPlusAddresses(boolean plusAddresses) {
        this.plusAddresses = plusAddresses;
    }

    public boolean isByAddress() {
        return byAddress;
    }

    public void setByAddress(boolean byAddress) {
        this.byAddress = byAddress;
    }

    public boolean isByHeaders() {
        return byHeaders;
    }

    public void setByHeaders(boolean byHeaders) {
        this.byHeaders = byHeaders;
    }

    public boolean isBySubject() {
        return bySubject;
    }

    public void setBySubject(boolean bySubject) {
        this.bySubject = bySubject;
    }

    public boolean isByBody() {
        return byBody;
    }

    public void setByBody(boolean byBody) {
        this.byBody = byBody;
    }

    public boolean isByAttachments() {
        return byAttachments;
    }

    public void setByAttachments(boolean byAttachments) {
        this.byAttachments = byAttachments;
    }

    public Threading.Strangers getStrangers() {
        return strangers;
    }

    public void setStrangers(Threading.Strangers strangers) {
        this.strangers = strangers;
    }

    public boolean isArchive() {
        return archive;
    }

    public void setArchive(boolean archive) {
        this.archive = archive;
    }
}
