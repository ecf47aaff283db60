package org.pilet.web.common;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;

/** Our style sheets and scripts. Their version is a check sum of their content, hence the same on every node. */
@Named
@ApplicationScoped
public class Assets {

    @Inject
    private ServletContext context;

    private String version;

    @PostConstruct
    void sum() {
        CRC32 sum = new CRC32();
        for (String folder : List.of("/resources/css/", "/resources/js/")) {
            Set<String> files = context.getResourcePaths(folder);
            new TreeSet<>(files == null ? Set.of() : files).forEach(file -> sum.update(read(file)));
        }
        version = Long.toString(sum.getValue(), 36);
    }

    public String getVersion() {
        return version;
    }

    private byte[] read(String file) {
        try (InputStream in = context.getResourceAsStream(file)) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
