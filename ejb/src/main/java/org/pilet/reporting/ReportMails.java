package org.pilet.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.pilet.platform.Outbox;
import org.pilet.reporting.SubscriptionStore.Subscriber;
import org.pilet.reporting.jobs.OutputFile;

/** Mails with the report's files. */
@Dependent
class ReportMails {

    private static final String KIND = "mail.files";

    @Inject
    private SubscriptionStore subscriptions;

    @Inject
    private FigureStore figures;

    @Inject
    private Outbox outbox;

    /** Returns how many get it. Whoever has got this run's mail already gets no second one. */
    @Transactional
    public int send(LocalDate day, long instanceId, List<OutputFile> files) {
        List<Subscriber> subscribers = subscriptions.all();
        for (Subscriber subscriber : subscribers) {
            String key = "report.nightly:" + day + ":" + instanceId + ":" + subscriber.personId();
            if (!subscriptions.mailed(key)) {
                outbox.put(KIND, key, payload(day, subscriber, files).toString(), null);
            }
        }
        return subscribers.size();
    }

    private JsonObject payload(LocalDate day, Subscriber subscriber, List<OutputFile> files) {
        JsonArrayBuilder blobs = Json.createArrayBuilder();
        for (OutputFile file : files) {
            if (file.name().contains(day.toString()) && wants(subscriber.formats(), file)) {
                blobs.add(Json.createObjectBuilder()
                        .add("blobId", file.blobId())
                        .add("name", file.name())
                        .add("mediaType", file.mediaType()));
            }
        }
        return Json.createObjectBuilder()
                .add("personId", subscriber.personId())
                .add("event", "report.nightly")
                .add(
                        "arguments",
                        Json.createObjectBuilder()
                                .add("day", day.toString())
                                .add("created", number(day, Metric.VOLUME))
                                .add("resolved", number(day, Metric.RESOLVED))
                                .add("backlog", number(day, Metric.BACKLOG_END)))
                .add("blobs", blobs)
                .build();
    }

    private static boolean wants(Set<String> formats, OutputFile file) {
        return formats.contains(file.name().substring(file.name().lastIndexOf('.') + 1));
    }

    private String number(LocalDate day, Metric metric) {
        return figures.series(day, day, Dimension.ALL, List.of(metric)).values().stream()
                .flatMap(List::stream)
                .map(figure -> String.valueOf(figure.n()))
                .findFirst()
                .orElse("0");
    }
}
