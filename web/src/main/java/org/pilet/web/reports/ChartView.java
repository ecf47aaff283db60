package org.pilet.web.reports;

import java.util.List;

/**
 * A chart and the table behind it.
 *
 * @param id of the chart on the page
 * @param title in words
 * @param json what Chart.js draws
 * @param columns heads of the table after the day
 * @param rows the day in words and one text a column, newest first
 */
public record ChartView(String id, String title, String json, List<String> columns, List<Row> rows) {

    /** One day. */
    public record Row(String day, List<String> cells) {}
}
