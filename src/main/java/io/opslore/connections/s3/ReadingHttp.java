package io.opslore.connections.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** The SDK's transport, by the portal's one way out; lets nothing out but a GET. Thread-safe. */
final class ReadingHttp implements SdkHttpClient {

    private final ClientHttpRequestFactory requests;

    ReadingHttp(ClientHttpRequestFactory requests) {
        this.requests = requests;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new Prepared(request.httpRequest());
    }

    @Override
    public void close() {}

    private ClientHttpResponse send(SdkHttpRequest request) throws IOException {
        if (request.method() != SdkHttpMethod.GET) {
            throw new IOException("The portal only reads");
        }
        ClientHttpRequest sent = requests.createRequest(request.getUri(), HttpMethod.GET);
        request.forEachHeader((name, values) -> {
            // The transport writes both itself.
            if (!name.equalsIgnoreCase("Host") && !name.equalsIgnoreCase("Content-Length")) {
                sent.getHeaders().put(name, values);
            }
        });
        return sent.execute();
    }

    /** One request. */
    private final class Prepared implements ExecutableHttpRequest {

        private final SdkHttpRequest request;
        private final AtomicReference<@Nullable ClientHttpResponse> answer =
                new AtomicReference<>();

        Prepared(SdkHttpRequest request) {
            this.request = request;
        }

        @Override
        public HttpExecuteResponse call() throws IOException {
            ClientHttpResponse response = send(request);
            answer.set(response);
            SdkHttpResponse.Builder head =
                    SdkHttpResponse.builder().statusCode(response.getStatusCode().value());
            response.getHeaders().forEach(head::putHeader);
            return HttpExecuteResponse.builder()
                    .response(head.build())
                    .responseBody(
                            AbortableInputStream.create(
                                    new Body(response.getBody(), response), response::close))
                    .build();
        }

        @Override
        public void abort() {
            ClientHttpResponse response = answer.get();
            if (response != null) {
                response.close();
            }
        }
    }

    /** Ends the exchange with it: a connection serves one. */
    private static final class Body extends FilterInputStream {

        private final ClientHttpResponse response;

        Body(InputStream bytes, ClientHttpResponse response) {
            super(bytes);
            this.response = response;
        }

        @Override
        public void close() {
            response.close();
        }
    }
}
