package org.pilet.sla;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.Roles;
import org.pilet.sla.CalendarDraft.HolidayOn;

/**
 * Where holidays can be taken from: a library that knows countries, an iCal file, an address on the web. They are handed
 * out to be looked through and taken over, never subscribed to: a foreign list is known to hold false holidays
 * (features B1.3).
 */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.SYSTEM})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // reads no database and may wait for another machine
public class HolidaySets {

    @Inject
    private HolidayFeed feed;

    /** The countries whose public holidays are known: code and name in that language. */
    public SortedMap<String, String> countries(Locale language) {
        return PublicHolidays.countries(language);
    }

    /** A country's holidays, or a region's. Refused with {@link InvalidInput} when it is not known or the years are too many. */
    public List<HolidayOn> ofCountry(String country, String region, int firstYear, int lastYear, Locale language) {
        return PublicHolidays.of(country, region, firstYear, lastYear, language);
    }

    /** The whole days of an iCal file within these years. Refused with {@link InvalidInput} when it cannot be read. */
    public List<HolidayOn> ofFile(byte[] content, int firstYear, int lastYear) {
        return HolidayFile.read(content, firstYear, lastYear);
    }

    /** The same from an address on the web. Refused with {@link InvalidInput} also when nothing of the kind is there. */
    public List<HolidayOn> ofAddress(String address, int firstYear, int lastYear) {
        return HolidayFile.read(feed.fetch(address), firstYear, lastYear);
    }
}
