package io.opslore.library.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** What is left unread when it is closed is not fetched either. */
final class ObjectBytes extends FilterInputStream {

    private final ResponseInputStream<GetObjectResponse> bytes;
    private boolean ended;

    ObjectBytes(ResponseInputStream<GetObjectResponse> bytes) {
        super(bytes);
        this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
        int read = bytes.read();
        ended |= read < 0;
        return read;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int read = bytes.read(target, from, length);
        ended |= read < 0;
        return read;
    }

    @Override
    public void close() throws IOException {
        if (ended) {
            bytes.close();
        } else {
            bytes.abort();
        }
    }
}
