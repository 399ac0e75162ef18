package io.nordwand.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmSource;
import io.nordwand.farm.Preview;
import io.nordwand.web.Access;
import io.nordwand.web.Role;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

class PreviewControllerTests {

    private static final BuildId ID = new BuildId("5f0c2f6a-93a5-4f5e-9d38-0c2d3c4e5f60");
    private static final byte[] BYTES = {(byte) 0x89, 'P', 'N', 'G'};

    private final FarmSource source = mock();
    private final WebTestClient client = WebTestClient.bindToController(
                    new PreviewController(new Previews(source, new FakeBuilds().ticker())))
            .build();

    private EntityExchangeResult<byte[]> get() {
        return client.get()
                .uri("/builds/{id}/preview", ID.value())
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectBody()
                .returnResult();
    }

    private static void isPlaceholder(EntityExchangeResult<byte[]> result, String cacheControl) {
        HttpHeaders headers = result.getResponseHeaders();
        assertThat(headers.getContentType()).hasToString("image/svg+xml");
        assertThat(headers.getCacheControl()).isEqualTo(cacheControl);
        assertThat(new String(result.getResponseBody(), StandardCharsets.UTF_8))
                .startsWith("<svg")
                .doesNotContain("style", "script", "href");
    }

    @Test
    void aPictureComesFromOurselvesForLessThanItsLinkLives() {
        when(source.preview(ID)).thenReturn(Mono.just(new Preview("image/png", BYTES)));
        EntityExchangeResult<byte[]> result = get();
        assertThat(result.getResponseBody()).isEqualTo(BYTES);
        assertThat(result.getResponseHeaders().getContentType()).hasToString("image/png");
        assertThat(result.getResponseHeaders().getCacheControl()).isEqualTo("max-age=3000, private");
        assertThat(result.getResponseHeaders().getFirst("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; sandbox");
        get();
        verify(source).preview(ID);
    }

    @Test
    void withoutAPictureThereIsANeutralOne() {
        when(source.preview(ID)).thenReturn(Mono.empty());
        isPlaceholder(get(), "max-age=60, private");
    }

    @Test
    void aFailureIsANeutralPictureThatIsSoonForgotten() {
        when(source.preview(ID)).thenReturn(Mono.error(FakeBuilds.unavailable()));
        isPlaceholder(get(), "max-age=30, private");
    }

    @Test
    void aFaultOfOurOwnIsANeutralPictureToo() {
        when(source.preview(ID)).thenThrow(new IllegalStateException("bug"));
        isPlaceholder(get(), "max-age=30, private");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/svg+xml", "text/html", "application/octet-stream", ""})
    void whatABrowserMightRunIsNotServed(String type) {
        when(source.preview(ID)).thenReturn(Mono.just(new Preview(type, BYTES)));
        isPlaceholder(get(), "max-age=60, private");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "..%2f..",
                "ä",
                "a.b",
                "012345678901234567890123456789012345678901234567890123456789012345678901234567890"
            })
    void whatIsNoIdIsNotFoundAndNotAskedFor(String id) {
        client.get().uri("/builds/{id}/preview", id).exchange().expectStatus().isNotFound();
        Mockito.verifyNoInteractions(source);
    }

    @Test
    void viewersMaySeePictures() {
        assertThat(PreviewController.class.getAnnotation(Access.class).value()).isEqualTo(Role.VIEWER);
    }
}
