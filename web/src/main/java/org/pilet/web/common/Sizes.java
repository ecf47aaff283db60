package org.pilet.web.common;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;

/** Sizes of files in the viewer's words and digits: {@code 640 kB}, {@code 2.3 MB}. */
@Named
@ApplicationScoped
public class Sizes {

    private static final double MEGABYTE = 1_000_000;

    @Inject
    private Viewer viewer;

    @Inject
    private Texts texts;

    public String of(long bytes) {
        boolean large = bytes >= MEGABYTE;
        NumberFormat format = NumberFormat.getNumberInstance(viewer.getLocale());
        format.setMaximumFractionDigits(large ? 1 : 0);
        String number = format.format(large ? bytes / MEGABYTE : Math.max(1, Math.ceil(bytes / 1000.0)));
        return texts.format(viewer.getLanguage(), large ? "size.megabytes" : "size.kilobytes", number);
    }
}
