package org.pilet.web;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.AfterBegin;
import jakarta.ejb.Schedule;
import jakarta.ejb.Schedules;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The walls of the house, see {@code org.pilet}'s package comment: what is not checked here is only a wish. */
class HouseRulesTest {

    /** A room of the spine uses only the rooms above it. */
    private static final List<String> SPINE = List.of(
            "platform",
            "people",
            "security",
            "knowledge",
            "catalog",
            "tickets",
            "assets",
            "conversation",
            "teamwork",
            "sla");

    /** Leaves use the spine, never each other. */
    private static final List<String> LEAVES = List.of(
            "automation",
            "channels.mail",
            "channels.chat",
            "channels.phone",
            "channels.webform",
            "channels.social",
            "notifications",
            "search",
            "audit",
            "reporting");

    /** Made for the newcomer's first run, it fills every room and nobody knows it. */
    private static final String DEMO = "org.pilet.demo..";

    private static JavaClasses house;

    @BeforeAll
    static void read() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.pilet");
        assertThat(house.contain("org.pilet.platform.Refusal"))
                .as("the ejb module is on the class path")
                .isTrue();
    }

    @Test
    void a_room_of_the_spine_uses_only_the_rooms_above_it() {
        for (int at = 0; at < SPINE.size(); at++) {
            List<String> forbidden = new ArrayList<>();
            SPINE.subList(at + 1, SPINE.size()).forEach(room -> forbidden.add(packageOf(room)));
            LEAVES.forEach(room -> forbidden.add(packageOf(room)));
            forbidden.add("org.pilet.web..");
            forbidden.add(DEMO);
            noClasses()
                    .that()
                    .resideInAPackage(packageOf(SPINE.get(at)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden.toArray(String[]::new))
                    .allowEmptyShould(true)
                    .check(house);
        }
    }

    @Test
    void leaves_know_the_spine_but_never_each_other() {
        for (String leaf : LEAVES) {
            List<String> forbidden = new ArrayList<>(List.of("org.pilet.web..", DEMO));
            LEAVES.stream().filter(other -> !other.equals(leaf)).forEach(other -> forbidden.add(packageOf(other)));
            noClasses()
                    .that()
                    .resideInAPackage(packageOf(leaf))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden.toArray(String[]::new))
                    .allowEmptyShould(true)
                    .check(house);
        }
    }

    @Test
    void rooms_form_no_cycles() {
        slices().matching("org.pilet.(**)").should().beFreeOfCycles().check(house);
    }

    @Test
    void only_stores_touch_the_entity_manager() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Store")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(EntityManager.class)
                .check(house);
    }

    @Test
    void entities_stay_inside_their_room() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .check(house);
    }

    @Test
    void stores_stay_inside_their_room() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Store")
                .and(DescribedPredicate.not(resideInAPackage("org.pilet.web..")))
                .should()
                .notBePublic()
                .check(house);
    }

    @Test
    void time_comes_from_the_clock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.pilet.platform.Clock")
                .and(DescribedPredicate.not(resideInAPackage("org.pilet.server..")))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(Date.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(house);
    }

    @Test
    void pages_never_touch_persistence_transactions_or_sql() {
        noClasses()
                .that()
                .resideInAPackage("org.pilet.web..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "jakarta.persistence..", "jakarta.transaction..", "java.sql..", "javax.sql.."))
                .check(house);
    }

    @Test
    void the_help_desk_itself_knows_no_pages() {
        noClasses()
                .that(DescribedPredicate.not(resideInAPackage("org.pilet.web..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "jakarta.faces..", "jakarta.servlet..", "jakarta.ws.rs..", "org.primefaces.."))
                .check(house);
    }

    @Test
    void the_application_stays_portable() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.eclipse.microprofile..", "io.micrometer..", "org.wildfly..", "org.jboss.."))
                .check(house);
    }

    @Test
    void the_platform_knows_no_domain_word() {
        noClasses()
                .that()
                .resideInAPackage("org.pilet.platform..")
                .should()
                .haveSimpleNameContaining("Ticket")
                .orShould()
                .haveSimpleNameContaining("Customer")
                .check(house);
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Helpers|Util|Utils|Base|DTO|Dto)")
                .check(house);
    }

    @Test
    void every_public_door_method_says_who_may_call_it() {
        methods()
                .that()
                .arePublic()
                .and(areDoors())
                .should(sayWhoMayCall())
                .allowEmptyShould(true)
                .check(house);
    }

    private static String packageOf(String room) {
        return "org.pilet." + room + "..";
    }

    private static DescribedPredicate<JavaMethod> areDoors() {
        return DescribedPredicate.describe("belong to a door", method -> {
            JavaClass owner = method.getOwner();
            boolean door = owner.isAnnotatedWith(Stateless.class) || owner.isAnnotatedWith(Singleton.class);
            return door && !method.getModifiers().contains(JavaModifier.STATIC) && !isCalledByTheContainer(method);
        });
    }

    private static boolean isCalledByTheContainer(JavaMethod method) {
        boolean observes = method.getParameters().stream().anyMatch(each -> each.isAnnotatedWith(Observes.class));
        return observes
                || List.<Class<? extends Annotation>>of(
                                Timeout.class, Schedule.class, Schedules.class, AfterBegin.class)
                        .stream()
                        .anyMatch(method::isAnnotatedWith);
    }

    private static ArchCondition<JavaMethod> sayWhoMayCall() {
        List<Class<? extends Annotation>> words = List.of(RolesAllowed.class, PermitAll.class, DenyAll.class);
        return new ArchCondition<>("be annotated, or their class, with @RolesAllowed, @PermitAll or @DenyAll") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean said = words.stream()
                        .anyMatch(word -> method.isAnnotatedWith(word)
                                || method.getOwner().isAnnotatedWith(word));
                if (!said) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " says not who may call"));
                }
            }
        };
    }
}
