package org.pilet.web.api;

/** Where holidays are to be taken from: a country, the text of an iCal file, or an address of one. */
public record HolidayImport(
        String country, String region, String url, String ical, Integer firstYear, Integer lastYear) {}
