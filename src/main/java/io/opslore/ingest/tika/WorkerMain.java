package io.opslore.ingest.tika;

import io.opslore.ingest.extract.ExtractionFailed;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A process that converts one document after the other, until its input ends or a document takes it
 * down. Started by the portal with little memory, no network and a folder of its own.
 */
public final class WorkerMain {

    /** Also what the JVM exits with when told to on running out of memory. */
    static final int OUT_OF_MEMORY = 3;

    private WorkerMain() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws Exception {
        var in =
                new DataInputStream(
                        new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        var out =
                new DataOutputStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // Whatever a library prints must not end up between the frames.
        System.setOut(System.err);
        refuseNetwork();
        endWithPortal();
        try {
            serve(in, out);
        } catch (EOFException e) {
            // The portal is done.
        } catch (OutOfMemoryError e) {
            Runtime.getRuntime().halt(OUT_OF_MEMORY);
        }
        Runtime.getRuntime().halt(0);
    }

    private static void serve(DataInputStream in, DataOutputStream out) throws IOException {
        var conversion = new Conversion();
        Frames.writeReady(out);
        while (true) {
            Frames.Request request = Frames.readRequest(in);
            Path file = Files.createTempFile("document", ".bin");
            try {
                receive(in, request.size(), file);
                Frames.writeConverted(
                        out, conversion.convert(request.kind(), file, request.maxTextLength()));
            } catch (ExtractionFailed e) {
                Frames.writeFailed(out, e);
            } finally {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void receive(InputStream in, long size, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[64 * 1024];
            long left = size;
            while (left > 0) {
                int got = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (got < 0) {
                    throw new EOFException("The portal stopped in the middle of a document");
                }
                out.write(buffer, 0, got);
                left -= got;
            }
        }
    }

    /** Documents name addresses; no parser may follow them. */
    @SuppressWarnings("deprecation")
    private static void refuseNetwork() throws IOException {
        Socket.setSocketImplFactory(() -> {
            throw new UnsupportedOperationException("No network here");
        });
    }

    /** A portal that was killed cannot end a worker that is busy. */
    private static void endWithPortal() {
        ProcessHandle portal = ProcessHandle.current().parent().orElseThrow();
        Thread.ofPlatform()
                .daemon()
                .name("portal-watch")
                .start(() -> {
                    while (portal.isAlive()) {
                        pause();
                    }
                    Runtime.getRuntime().halt(1);
                });
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Runtime.getRuntime().halt(1);
        }
    }
}
