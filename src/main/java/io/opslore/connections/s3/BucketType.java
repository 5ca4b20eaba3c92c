package io.opslore.connections.s3;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionField;
import io.opslore.connections.ConnectionType;
import java.util.List;
import org.springframework.stereotype.Component;

/** A bucket of an S3 server, or what is below a prefix of it. */
@Component
class BucketType implements ConnectionType {

    private static final List<ConnectionField> FIELDS =
            List.of(
                    ConnectionField.line(Buckets.ENDPOINT),
                    ConnectionField.line(Buckets.REGION).optional(),
                    ConnectionField.line(Buckets.BUCKET),
                    ConnectionField.line(Buckets.PREFIX).optional(),
                    ConnectionField.line(Buckets.STYLE).optional(),
                    ConnectionField.line(Buckets.ACCESS_KEY),
                    ConnectionField.secret(Buckets.SECRET_KEY));

    private final Buckets buckets;

    BucketType(Buckets buckets) {
        this.buckets = buckets;
    }

    @Override
    public String kind() {
        return Buckets.KIND;
    }

    @Override
    public List<ConnectionField> fields() {
        return FIELDS;
    }

    @Override
    public void check(Connection connection) {
        buckets.check(connection);
    }

    @Override
    public String test(Connection connection) {
        try (Bucket bucket = buckets.open(connection)) {
            return bucket.greeting();
        }
    }
}
