package io.konsens.platform.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/** A response whose body fails once it has become too long, so that no system can fill our memory. */
class BoundedResponse implements ClientHttpResponse {

    private final ClientHttpResponse response;
    private final long mostBytes;

    BoundedResponse(ClientHttpResponse response, long mostBytes) {
        this.response = response;
        this.mostBytes = mostBytes;
    }

    @Override
    public HttpStatusCode getStatusCode() throws IOException {
        return response.getStatusCode();
    }

    @Override
    public String getStatusText() throws IOException {
        return response.getStatusText();
    }

    @Override
    public void close() {
        response.close();
    }

    @Override
    public HttpHeaders getHeaders() {
        return response.getHeaders();
    }

    @Override
    public InputStream getBody() throws IOException {
        return new FilterInputStream(response.getBody()) {

            private long left = mostBytes;

            @Override
            public int read() throws IOException {
                int next = super.read();
                return next < 0 ? next : count(1, next);
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int read = super.read(bytes, offset, length);
                return read < 0 ? read : count(read, read);
            }

            private int count(int bytes, int result) throws IOException {
                left -= bytes;
                if (left < 0) {
                    throw new AnswerTooLongException(mostBytes);
                }
                return result;
            }
        };
    }
}
