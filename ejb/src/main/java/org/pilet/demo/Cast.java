package org.pilet.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pilet.people.PersonKind;
import org.pilet.platform.Roles;

/** Who and what there is in the demonstration. */
final class Cast {

    static final String SUPPORT = "Support";
    static final String BILLING = "Billing";
    static final String HR = "HR";

    private static final String SERVICE_DESK = "Service Desk";
    private static final String FINANCE_AND_HR = "Finance & HR";
    private static final String WORK = "WORK";
    private static final String VIEW = "VIEW";

    /** A company whose people are known by their mail domain. */
    record Organisation(String name, String domain) {}

    /** Somebody with an account. */
    record Member(
            PersonKind kind,
            String name,
            String email,
            String phone,
            String language,
            String zone,
            Set<String> roles) {}

    record Team(String name, String lead, List<String> members) {}

    /** Parents stand before their children. */
    record Category(String parent, String name) {}

    /** {@code grants} gives the permission of each team. */
    record Queue(
            String name,
            String address,
            String team,
            String defaultCategory,
            String signature,
            Map<String, String> grants) {}

    static final Organisation NORTHWIND = new Organisation("Northwind", "northwind.test");
    static final Organisation LAANEMERE = new Organisation("Läänemere Logistics", "laanemere.test");
    static final List<Organisation> ORGANISATIONS = List.of(NORTHWIND, LAANEMERE);

    static final List<Member> PEOPLE = List.of(
            agent("Mari Tamm", "mari", "et", "Europe/Tallinn", Roles.AGENT),
            agent("Jaan Kask", "jaan", "en", "Europe/Tallinn", Roles.AGENT),
            agent("Tamar Beridze", "tamar", "en", "Asia/Tbilisi", Roles.TEAM_LEAD, Roles.AGENT),
            agent("رضا کریمی", "reza", "fa", "Asia/Tehran", Roles.AGENT),
            agent("Oskar Lindqvist", "oskar", "en", "Europe/Stockholm", Roles.BATCH_OPERATOR),
            agent("Ada Novak", "ada", "en", "Europe/Tallinn", Roles.ADMINISTRATOR, Roles.AGENT),
            customer("Anna Clarke", "anna@northwind.test", "en", "Europe/London"),
            customer("Oliver Hughes", "oliver@northwind.test", "en", "Europe/London"),
            customer("Дмитрий Соколов", "dmitri@northwind.test", "ru", "Europe/Riga"),
            customer("Ioana Munteanu", "ioana@northwind.test", "ro", "Europe/Bucharest"),
            customer("Kovács Eszter", "eszter@northwind.test", "hu", "Europe/Budapest"),
            customer("نسرین احمدی", "nasrin@northwind.test", "fa", "Asia/Tehran"),
            customer("Kadri Saar", "kadri@laanemere.test", "et", "Europe/Tallinn"),
            customer("Toomas Lepik", "toomas@laanemere.test", "et", "Europe/Tallinn"),
            customer("Ольга Иванова", "olga@laanemere.test", "ru", "Europe/Tallinn"),
            customer("Andrei Popescu", "andrei@laanemere.test", "ro", "Europe/Bucharest"),
            customer("Nagy Gábor", "gabor@laanemere.test", "hu", "Europe/Budapest"),
            customer("مهدی رضایی", "mehdi@laanemere.test", "fa", "Asia/Tehran"),
            customer("Grace Walker", "grace@laanemere.test", "en", "Europe/Dublin"));

    static final List<Team> TEAMS = List.of(
            new Team(
                    SERVICE_DESK,
                    "tamar@pilet.test",
                    List.of("tamar@pilet.test", "mari@pilet.test", "jaan@pilet.test", "reza@pilet.test")),
            new Team(
                    FINANCE_AND_HR, "ada@pilet.test", List.of("ada@pilet.test", "jaan@pilet.test", "reza@pilet.test")));

    /** Who gets the nightly report by mail. */
    static final List<String> REPORT_READERS = List.of("tamar@pilet.test");

    static final List<Category> CATEGORIES = List.of(
            new Category(null, "IT"),
            new Category("IT", "Hardware"),
            new Category("Hardware", "Printers"),
            new Category("Hardware", "Computers"),
            new Category("IT", "Software"),
            new Category("IT", "Accounts and access"),
            new Category("IT", "Network"),
            new Category("IT", "E-mail"),
            new Category(null, "Billing"),
            new Category("Billing", "Invoices"),
            new Category("Billing", "Payments and refunds"),
            new Category(null, "Human resources"),
            new Category("Human resources", "Leave"),
            new Category("Human resources", "Certificates"),
            new Category(null, "General"));

    /** What a subject holds, in any of the six languages, says which category it belongs to. */
    record Rule(String name, String subjectHolds, String tag) {}

    static final List<Rule> RULES = List.of(
            new Rule(
                    "Printers",
                    "printer;imprimant;nyomtat;принтер;چاپگر;toner;paper jam;papírelakadás;hârtia;замятие;کاغذ",
                    "printer"),
            new Rule(
                    "Computers",
                    "battery;switches off;aku saab;lülitub ise;bateria;se oprește;akkumul;kikapcsol;батаре;выключается;باتری;خاموش",
                    null),
            new Rule("Software", "install;paigalda;instala;telepít;установите;نصب;export;eksporti;экспорт;خروجی", null),
            new Rule(
                    "Accounts and access",
                    "sign in;account locked;sisse logida;konto on;autentifica;cont blocat;bejelentkez;fiókom;войти;учётная запись;وارد شوم;حساب من",
                    null),
            new Rule("Network", "vpn;wireless;traadita;fără fir;vezeték nélküli;беспроводн;بی‌سیم", null),
            new Rule(
                    "E-mail",
                    "mailbox;mails do not;postkast;kirjad ei;căsuța poștală;mesajele clienților;postafiók;levelei nem;почтовый ящик;письма;صندوق پستی;نامه‌های",
                    null),
            new Rule("Invoices", "invoice;arve;factur;számla;számlá;szamla;счёт;счет;صورت‌حساب", null),
            new Rule(
                    "Payments and refunds",
                    "refund;payment;tagasimakse;makse;returnarea banilor;plata;visszatérít;befizetés;возврат;платеж;بازگشت وجه;پرداخت",
                    null),
            new Rule("Leave", "days of leave;my leave;puhkus;concedi;szabadságo;отпуск;مرخصی", null),
            new Rule(
                    "Certificates",
                    "certificate;correction of my address;tõend;aadressi;adeverin;adresei;igazolás;lakcím;справк;адреса;گواهی;نشانی",
                    null));

    /** The rule that hurries; the others are called as the category that they sort into. */
    static final Rule URGENT = new Rule("Urgent words", "urgent;asap;kiire;sürgős;срочно;فوری;on fire", "urgent");

    static final List<Queue> QUEUES = List.of(
            new Queue(
                    SUPPORT,
                    "support@pilet.test",
                    SERVICE_DESK,
                    "General",
                    "Pilet Service Desk",
                    Map.of(SERVICE_DESK, WORK)),
            new Queue(
                    BILLING,
                    "billing@pilet.test",
                    FINANCE_AND_HR,
                    "Billing",
                    "Pilet Billing",
                    Map.of(FINANCE_AND_HR, WORK, SERVICE_DESK, VIEW)),
            new Queue(
                    HR,
                    "hr@pilet.test",
                    FINANCE_AND_HR,
                    "Human resources",
                    "Pilet Human Resources",
                    Map.of(FINANCE_AND_HR, WORK)));

    private Cast() {}

    private static Member agent(String name, String account, String language, String zone, String... roles) {
        return new Member(PersonKind.AGENT, name, account + "@pilet.test", null, language, zone, Set.of(roles));
    }

    private static Member customer(String name, String email, String language, String zone) {
        return new Member(PersonKind.CUSTOMER, name, email, null, language, zone, Set.of(Roles.CUSTOMER));
    }
}
