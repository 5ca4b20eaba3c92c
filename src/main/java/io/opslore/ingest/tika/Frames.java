package io.opslore.ingest.tika;

import io.opslore.ingest.IngestState.Reason;
import io.opslore.ingest.extract.Converter.Converted;
import io.opslore.ingest.extract.Converter.Kind;
import io.opslore.ingest.extract.ExtractionFailed;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What portal and worker say to each other over the worker's standard input and output. */
final class Frames {

    private static final int READY = 0x5EED;
    private static final int CONVERTED = 0;
    private static final int FAILED = 1;

    private Frames() {}

    /** The head of a request; {@code size} bytes follow. */
    record Request(Kind kind, int maxTextLength, long size) {}

    static void writeReady(DataOutputStream out) throws IOException {
        out.writeInt(READY);
        out.flush();
    }

    static void readReady(DataInputStream in) throws IOException {
        if (in.readInt() != READY) {
            throw new IOException("The worker speaks another language");
        }
    }

    static void writeRequest(DataOutputStream out, Request request, InputStream bytes)
            throws IOException {
        out.writeByte(request.kind().ordinal());
        out.writeInt(request.maxTextLength());
        out.writeLong(request.size());
        if (bytes.transferTo(out) != request.size()) {
            throw new IOException("The file is not as long as it was");
        }
        out.flush();
    }

    /** Throws {@link EOFException} when the portal is done, or gone. */
    static Request readRequest(DataInputStream in) throws IOException {
        return new Request(Kind.values()[in.readByte()], in.readInt(), in.readLong());
    }

    static void writeConverted(DataOutputStream out, Converted converted) throws IOException {
        out.writeByte(CONVERTED);
        writeText(out, converted.title());
        writeText(out, converted.text());
        out.writeInt(converted.pageFirstLines().size());
        for (int line : converted.pageFirstLines()) {
            out.writeInt(line);
        }
        out.flush();
    }

    static void writeFailed(DataOutputStream out, ExtractionFailed failure) throws IOException {
        out.writeByte(FAILED);
        writeText(out, failure.reason().name());
        writeText(out, failure.detail());
        out.flush();
    }

    static Converted readReply(DataInputStream in) throws IOException, ExtractionFailed {
        if (in.readByte() == FAILED) {
            Reason reason = Reason.valueOf(readText(in));
            throw new ExtractionFailed(reason, readText(in));
        }
        String title = readText(in);
        String text = readText(in);
        int pages = in.readInt();
        List<Integer> pageFirstLines = new ArrayList<>();
        for (int page = 0; page < pages; page++) {
            pageFirstLines.add(in.readInt());
        }
        return new Converted(text, title, pageFirstLines);
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The worker stopped in the middle of a text");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
