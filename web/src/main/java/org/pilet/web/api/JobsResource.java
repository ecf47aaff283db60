package org.pilet.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pilet.platform.InvalidInput;
import org.pilet.reporting.jobs.ExecutionView;
import org.pilet.reporting.jobs.JobView;
import org.pilet.reporting.jobs.Jobs;
import org.pilet.reporting.jobs.LogLine;
import org.pilet.reporting.jobs.OutputFile;
import org.pilet.reporting.jobs.StepView;
import org.pilet.search.WorkLists;

/** Batch jobs, for operators: what there is, how it went, and starting, stopping, restarting, giving up. */
@Path("jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("jobs:read")
public class JobsResource {

    private static final String WRITE = "jobs:write";
    private static final int PAGE = 30;

    @Inject
    private Jobs jobs;

    /** An execution with its steps and what it has written. */
    public record Execution(ExecutionView execution, List<StepView> steps, List<File> files) {}

    /** A file that an execution has written; fetched by its id. */
    public record File(long id, String name, String mediaType, long size, String sha256) {

        static File of(OutputFile file) {
            return new File(file.id(), file.name(), file.mediaType(), file.size(), file.sha256());
        }
    }

    /** The execution that was begun. */
    public record Started(long executionId) {}

    @GET
    public Links.Items<JobView> all() {
        return Links.all(jobs.all());
    }

    @GET
    @Path("{job}/executions")
    public Response executions(
            @PathParam("job") String job,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit,
            @Context UriInfo address) {
        int size = Input.limit(limit, PAGE, WorkLists.LARGEST_PAGE);
        if (cursor != null && !cursor.matches("\\d{1,9}")) {
            throw new InvalidInput("cursor", "malformed", cursor);
        }
        return Links.page(jobs.executions(job, cursor, size), address);
    }

    @POST
    @Path("{job}/executions")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(WRITE)
    public Response start(@PathParam("job") String job, JsonObject parameters) {
        return started(jobs.start(job, texts(parameters)));
    }

    @GET
    @Path("executions/{execution}")
    public Execution execution(@PathParam("execution") String id) {
        long executionId = Ids.of("execution", id);
        return new Execution(
                jobs.execution(executionId),
                jobs.steps(executionId),
                jobs.files(executionId).stream().map(File::of).toList());
    }

    @GET
    @Path("executions/{execution}/log")
    public Links.Items<LogLine> log(@PathParam("execution") String id) {
        return Links.all(jobs.log(Ids.of("execution", id)));
    }

    @POST
    @Path("executions/{execution}/stop")
    @NeedsScope(WRITE)
    public Response stop(@PathParam("execution") String id) {
        jobs.stop(Ids.of("execution", id));
        return Response.accepted().build();
    }

    @POST
    @Path("executions/{execution}/restart")
    @NeedsScope(WRITE)
    public Response restart(@PathParam("execution") String id) {
        return started(jobs.restart(Ids.of("execution", id)));
    }

    @POST
    @Path("executions/{execution}/abandon")
    @NeedsScope(WRITE)
    public void abandon(@PathParam("execution") String id) {
        jobs.abandon(Ids.of("execution", id));
    }

    @GET
    @Path("files/{file}")
    @Produces(MediaType.WILDCARD)
    public Response file(@PathParam("file") String id) {
        OutputFile file = jobs.file(Ids.of("file", id));
        StreamingOutput body = out -> {
            try (InputStream content = jobs.open(file.id())) {
                content.transferTo(out);
            }
        };
        return FilesResource.download(body, file.name(), file.size())
                .tag(file.sha256())
                .build();
    }

    private static Response started(long executionId) {
        return Response.accepted(new Started(executionId))
                .location(URI.create("jobs/executions/" + executionId))
                .build();
    }

    private static Map<String, String> texts(JsonObject parameters) {
        Map<String, String> texts = new TreeMap<>();
        parameters.forEach((name, value) -> {
            if (!(value instanceof JsonString text)) {
                throw new InvalidInput(name, "malformed", value.toString());
            }
            texts.put(name, text.getString());
        });
        return texts;
    }
}
