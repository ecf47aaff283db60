package org.pilet.reporting;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A kind of file. The same report gives the same bytes, whenever and wherever it is written, so that a job that was
 * killed and started again ends with the same checksums.
 */
interface ReportFormat {

    String extension();

    String mediaType();

    /** Writes the whole file; does not close the stream. */
    void write(DayReport report, OutputStream target) throws IOException;
}
