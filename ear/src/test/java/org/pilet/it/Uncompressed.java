package org.pilet.it;

import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.impl.base.exporter.zip.ZipStoredExporterImpl;

/**
 * Writes an archive as it is: the libraries in ours are compressed already, and doing it again costs each process of tests
 * seconds for nothing.
 */
public class Uncompressed extends ZipStoredExporterImpl implements ZipExporter {

    public Uncompressed(Archive<?> archive) {
        super(archive);
    }

    /** From now on all archives of this process are written so. */
    static void use() {
        ShrinkWrap.getDefaultDomain()
                .getConfiguration()
                .getExtensionLoader()
                .addOverride(ZipExporter.class, Uncompressed.class);
    }
}
