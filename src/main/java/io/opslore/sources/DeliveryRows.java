package io.opslore.sources;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deliveries that were taken: the latest of each source. A delivery is known by its name, and by
 * its body, which is what is signed.
 */
@Repository
class DeliveryRows {

    private static final int KEPT = 2000;

    private final JdbcClient jdbc;

    DeliveryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False for one that was taken before. */
    @Transactional
    public boolean take(SourceId source, HookDelivery delivery) {
        boolean isNew = mark(source, hash("body", delivery.body()));
        if (isNew && !delivery.delivery().isEmpty()) {
            isNew = mark(source, hash("id", delivery.delivery().getBytes(StandardCharsets.UTF_8)));
        }
        if (isNew) {
            forget(source);
        }
        return isNew;
    }

    private boolean mark(SourceId source, byte[] mark) {
        return jdbc.sql(
                                """
                                insert into source_delivery (source, mark) values (?, ?)
                                on conflict do nothing
                                """)
                        .params(source.value(), mark)
                        .update()
                > 0;
    }

    private void forget(SourceId source) {
        jdbc.sql(
                        """
                        delete from source_delivery where source = :source and at < (
                            select min(at) from (select at from source_delivery
                                where source = :source order by at desc limit :kept) latest)
                        """)
                .param("source", source.value())
                .param("kept", KEPT)
                .update();
    }

    private static byte[] hash(String what, byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(what.getBytes(StandardCharsets.UTF_8));
            return digest.digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
