package org.pilet.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pilet.channels.mail.MailKeyView;
import org.pilet.channels.mail.MailSealing;
import org.pilet.channels.mail.ReplyFrameView;
import org.pilet.conversation.FollowUpPolicy;
import org.pilet.notifications.MailTemplateView;
import org.pilet.reporting.jobs.ExecutionView;
import org.pilet.reporting.jobs.LogLine;
import org.pilet.security.ApiTokens;
import org.pilet.sla.ExplainedInterval;
import org.pilet.sla.WhatIfClock;
import org.yaml.snakeyaml.Yaml;

/** The description that callers read says what the code does, no more and no less. */
class OpenApiTest {

    /** Described in one file, but not a record of ours; what-if cases are read with good will, field by field. */
    private static final Set<String> NO_RECORD = Set.of(
            "TicketPatch",
            "JobParameters",
            "Counts",
            "WhatIfRequest",
            "CaseCalendar",
            "CaseTarget",
            "CaseOptions",
            "CaseLevel",
            "CasePolicy",
            "CaseTicket",
            "CaseEvent");

    /** Enumerations whose own name says too little outside of their record. */
    private static final Map<String, Class<?>> NESTED = Map.ofEntries(
            Map.entry("FollowUpKind", FollowUpPolicy.Kind.class),
            Map.entry("IntervalKind", ExplainedInterval.Kind.class),
            Map.entry("ExecutionState", ExecutionView.State.class),
            Map.entry("LogLevel", LogLine.Level.class),
            Map.entry("WhatIfState", WhatIfClock.State.class),
            Map.entry("OutboxState", OutboxResource.State.class),
            Map.entry("MailTemplateSource", MailTemplateView.Source.class),
            Map.entry("ReplyFrameSource", ReplyFrameView.Source.class),
            Map.entry("ParameterType", org.pilet.automation.terms.Parameter.Type.class),
            Map.entry("AbsenceKind", org.pilet.automation.routing.Absence.Kind.class),
            Map.entry("MailKeyKind", MailKeyView.Kind.class),
            Map.entry("MailKeyExpiry", MailKeyView.Expiry.class),
            Map.entry("MailSealingScheme", MailSealing.Scheme.class));

    private static Map<String, Object> api;
    private static Map<String, Class<?>> types;
    private static List<Class<?>> resources;

    @BeforeAll
    static void read() throws IOException {
        java.nio.file.Path file = java.nio.file.Path.of("src/main/webapp/META-INF/openapi.yaml");
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            api = new Yaml().load(reader);
        }
        types = new HashMap<>();
        resources = new ArrayList<>();
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.pilet").stream()
                        // others need not be loadable here, such as what extends a class of the server's
                        .filter(type -> type.isRecord() || type.isEnum() || type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .forEach(OpenApiTest::sort);
    }

    @Test
    void describes_every_operation_and_no_other() {
        assertThat(described().keySet()).isEqualTo(implemented().keySet());
    }

    @Test
    void names_the_scope_that_each_operation_needs() {
        Map<String, Map<String, Object>> described = described();
        implemented().forEach((operation, method) -> assertThat(scopes(described.get(operation)))
                .as(operation)
                .isEqualTo(scope(method).isEmpty() ? List.of() : List.of(scope(method))));
    }

    @Test
    void says_something_about_each_operation_and_parameter() {
        described().forEach((operation, about) -> {
            assertThat(about).as(operation).containsKeys("operationId", "summary", "description", "responses");
            list(about, "parameters").stream()
                    .map(OpenApiTest::resolved)
                    .forEach(parameter -> assertThat(parameter).as(operation).containsKeys("name", "description"));
        });
        List<Object> ids = described().values().stream()
                .map(about -> about.get("operationId"))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void names_each_parameter_of_an_address() {
        described().forEach((operation, about) -> {
            Set<String> named = list(about, "parameters").stream()
                    .map(OpenApiTest::resolved)
                    .filter(parameter -> "path".equals(parameter.get("in")))
                    .map(parameter -> String.valueOf(parameter.get("name")))
                    .collect(Collectors.toSet());
            Set<String> wanted = Arrays.stream(operation.split("/"))
                    .filter(part -> part.startsWith("{"))
                    .map(part -> part.substring(1, part.length() - 1))
                    .collect(Collectors.toSet());
            assertThat(named).as(operation).isEqualTo(wanted);
        });
    }

    @Test
    void takes_the_content_types_that_the_code_takes() {
        Map<String, Map<String, Object>> described = described();
        implemented().forEach((operation, method) -> {
            Consumes consumes = method.getAnnotation(Consumes.class);
            if (consumes != null && !List.of(consumes.value()).contains(MediaType.WILDCARD)) {
                Map<String, Object> body = map(described.get(operation), "requestBody");
                assertThat(map(body, "content").keySet()).as(operation).containsAll(List.of(consumes.value()));
            }
        });
    }

    @Test
    void describes_the_fields_of_every_record() {
        schemas().forEach((name, schema) -> {
            if (schema.containsKey("properties") && !NO_RECORD.contains(name)) {
                assertThat(types).as("the record " + name).containsKey(name);
                assertThat(map(schema, "properties").keySet())
                        .as(name)
                        .containsExactlyInAnyOrderElementsOf(fields(types.get(name)));
            }
        });
    }

    @Test
    void describes_the_fields_of_a_change() {
        assertThat(map(schemas().get("TicketPatch"), "properties").keySet())
                .containsExactlyInAnyOrderElementsOf(TicketPatch.fields());
    }

    @Test
    void says_what_each_field_means() {
        schemas().forEach((name, schema) -> {
            assertThat(schema).as(name).containsKey("description");
            map(schema, "properties").forEach((field, about) -> assertThat(asMap(about))
                    .as(name + "." + field)
                    .containsAnyOf(
                            Map.entry("$ref", asMap(about).getOrDefault("$ref", "")),
                            Map.entry("description", asMap(about).getOrDefault("description", ""))));
        });
    }

    @Test
    void lists_the_values_of_every_enumeration() {
        schemas().forEach((name, schema) -> {
            if (schema.containsKey("enum") && constants(name) != null) {
                assertThat(schema.get("enum")).as(name).asList().containsExactlyElementsOf(constants(name));
            }
        });
        assertThat(schemas().get("Scope").get("enum"))
                .asList()
                .containsExactlyInAnyOrderElementsOf(new ArrayList<Object>(ApiTokens.SCOPES));
    }

    private static void sort(Class<?> type) {
        if (type.isAnnotationPresent(Path.class)) {
            resources.add(type);
        }
        boolean record = type.isRecord() && Modifier.isPublic(type.getModifiers());
        if (record || type.isEnum()) {
            types.merge(type.getSimpleName(), type, OpenApiTest::preferred);
        }
    }

    /** Where rooms use the same name, the API's own record is meant, else the one of the nearer room. */
    private static Class<?> preferred(Class<?> one, Class<?> other) {
        List<String> order =
                List.of("org.pilet.web.api", "org.pilet.sla", "org.pilet.tickets", "org.pilet.conversation");
        return rank(order, one) <= rank(order, other) ? one : other;
    }

    private static int rank(List<String> order, Class<?> type) {
        int at = order.indexOf(type.getPackageName());
        return at < 0 ? order.size() : at;
    }

    /** "get /tickets/{ticket}" and its method. */
    private static Map<String, Method> implemented() {
        Map<String, Method> operations = new TreeMap<>();
        for (Class<?> resource : resources) {
            for (Method method : resource.getDeclaredMethods()) {
                verb(method).ifPresent(verb -> operations.put(verb + " " + address(resource, method), method));
            }
        }
        return operations;
    }

    private static Optional<String> verb(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (http != null) {
                return Optional.of(http.value().toLowerCase(Locale.ROOT));
            }
        }
        return Optional.empty();
    }

    private static String address(Class<?> resource, Method method) {
        Path own = method.getAnnotation(Path.class);
        return Stream.of(resource.getAnnotation(Path.class).value(), own == null ? "" : own.value())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/", "/", ""));
    }

    private static String scope(Method method) {
        NeedsScope own = method.getAnnotation(NeedsScope.class);
        return own != null
                ? own.value()
                : method.getDeclaringClass().getAnnotation(NeedsScope.class).value();
    }

    private static Map<String, Map<String, Object>> described() {
        Map<String, Map<String, Object>> operations = new TreeMap<>();
        map(api, "paths").forEach((path, item) -> asMap(item)
                .forEach((verb, about) -> operations.put(verb + " " + path, asMap(about))));
        return operations;
    }

    private static List<Object> scopes(Map<String, Object> operation) {
        return asList(asMap(asList(operation.get("security")).get(0)).get("token"));
    }

    private static Map<String, Map<String, Object>> schemas() {
        Map<String, Map<String, Object>> schemas = new TreeMap<>();
        map(map(api, "components"), "schemas").forEach((name, schema) -> schemas.put(name, asMap(schema)));
        return schemas;
    }

    /** A record's components, and its "is" questions, which the JSON binding answers too. */
    private static Set<String> fields(Class<?> record) {
        Set<String> fields = new TreeSet<>();
        Arrays.stream(record.getRecordComponents()).forEach(component -> fields.add(component.getName()));
        Arrays.stream(record.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getParameterCount() == 0)
                .filter(method -> method.getReturnType() == boolean.class
                        && method.getName().matches("is[A-Z].*"))
                .forEach(method -> fields.add(method.getName()));
        return fields;
    }

    private static List<String> constants(String name) {
        Class<?> type = NESTED.getOrDefault(name, types.get(name));
        return type == null || !type.isEnum()
                ? null
                : Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList();
    }

    private static Map<String, Object> resolved(Object parameter) {
        Map<String, Object> given = asMap(parameter);
        Object reference = given.get("$ref");
        if (reference == null) {
            return given;
        }
        String name = reference.toString().substring("#/components/parameters/".length());
        return map(map(map(api, "components"), "parameters"), name);
    }

    private static List<Object> list(Map<String, Object> parent, String key) {
        return asList(parent.getOrDefault(key, List.of()));
    }

    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return asMap(parent.getOrDefault(key, Map.of()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> asList(Object value) {
        return (List<Object>) value;
    }
}
