package io.opslore.operations;

import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Finds the archive for this machine in the jar. macOS has one, whose binaries are universal. */
class PostgresBinaries implements PgBinaryResolver {

    @Override
    public InputStream getPgBinary(String system, String machineHardware) throws IOException {
        String name =
                "postgres-%s-%s.txz"
                        .formatted(system.toLowerCase(Locale.ROOT), cpu(system, machineHardware));
        InputStream archive = PostgresBinaries.class.getClassLoader().getResourceAsStream(name);
        if (archive == null) {
            throw new FileNotFoundException(
                    "No embedded PostgreSQL for %s on %s; set spring.datasource.url to a server of your own"
                            .formatted(system, machineHardware));
        }
        return archive;
    }

    private static String cpu(String system, String machineHardware) {
        boolean arm = machineHardware.equals("aarch64") || machineHardware.startsWith("arm");
        return arm || system.equals("Darwin") ? "arm_64" : "x86_64";
    }
}
