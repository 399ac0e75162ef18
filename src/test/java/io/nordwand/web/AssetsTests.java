package io.nordwand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

class AssetsTests {

    private static final String SCRIPT = "console.info('ü');";

    @TempDir
    Path directory;

    private Assets assets;
    private WebTestClient browser;

    @BeforeEach
    void builtFrontend() throws IOException {
        write("app.AAAAAAAA.js", SCRIPT);
        write("app.AAAAAAAA.js.br", "brotli");
        Files.write(directory.resolve("app.AAAAAAAA.js.gz"), gzip(SCRIPT));
        write("inter.BBBBBBBB.woff2", "font");
        write("manifest.json", "{\"app.js\": \"app.AAAAAAAA.js\", \"inter.woff2\": \"inter.BBBBBBBB.woff2\"}");
        assets = new Assets(new FileSystemResource(directory.resolve("manifest.json")));
        browser = WebTestClient.bindToWebHandler(exchange -> {
                    byte[] url = exchange.transformUrl("/assets/app.js").getBytes(StandardCharsets.UTF_8);
                    return exchange.getResponse()
                            .writeWith(Mono.just(
                                    exchange.getResponse().bufferFactory().wrap(url)));
                })
                .webFilter(new AssetsFilter(assets))
                .build();
    }

    @Test
    void pagesNameAssetsByTheirHash() {
        assertThat(assets.url("/assets/app.js")).isEqualTo("/assets/app.AAAAAAAA.js");
        assertThat(browser.get()
                        .uri("/fleet")
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .isEqualTo("/assets/app.AAAAAAAA.js");
    }

    @Test
    void otherUrlsStayAsTheyAre() {
        assertThat(assets.url("/fleet")).isEqualTo("/fleet");
        assertThat(assets.url("/assets/none.js")).isEqualTo("/assets/none.js");
    }

    @Test
    void hashedNamesMayBeKeptForEver() {
        get("/assets/app.AAAAAAAA.js", "identity")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .expectHeader()
                .valueEquals(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .contentType("text/javascript;charset=UTF-8")
                .expectHeader()
                .doesNotExist(HttpHeaders.CONTENT_ENCODING)
                .expectBody(String.class)
                .isEqualTo(SCRIPT);
    }

    @Test
    void logicalNamesAreAskedForAgainEachTime() {
        get("/assets/app.js", "br")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache")
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_ENCODING, "br");
    }

    @Test
    void brotliIsPreferredWhereTheBrowserTakesIt() {
        assertThat(encoding("gzip, deflate, br")).isEqualTo("br");
        assertThat(encoding("gzip;q=1.0, BR;q=0.5")).isEqualTo("br");
        assertThat(encoding("gzip, br;q=0")).isEqualTo("gzip");
        assertThat(encoding("br;q=0.0, gzip ; q=0")).isNull();
        assertThat(encoding("deflate")).isNull();
    }

    @Test
    void fontsAreSentAsTheyAre() {
        get("/assets/inter.BBBBBBBB.woff2", "gzip, br")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("font/woff2")
                .expectHeader()
                .doesNotExist(HttpHeaders.VARY)
                .expectHeader()
                .contentLength(4);
    }

    @Test
    void headAnswersWithoutABody() {
        browser.head()
                .uri("/assets/app.AAAAAAAA.js")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentLength(SCRIPT.getBytes(StandardCharsets.UTF_8).length)
                .expectBody()
                .isEmpty();
    }

    @Test
    void whatTheManifestDoesNotNameIsNotFoundAndNotKept() {
        for (String name : new String[] {"app.OLDOLDOL.js", "manifest.json", "app.AAAAAAAA.js.br", "../secret", ""}) {
            get("/assets/" + name, "br")
                    .expectStatus()
                    .isNotFound()
                    .expectHeader()
                    .valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache");
        }
    }

    @Test
    void aMissingBuildLeavesNamesAlone() {
        Assets none = new Assets(new FileSystemResource(directory.resolve("nowhere/manifest.json")));
        assertThat(none.url("/assets/app.js")).isEqualTo("/assets/app.js");
        assertThat(none.byLogicalName("app.js")).isNull();
    }

    @Test
    void aNewBuildIsPickedUpWithoutARestart() throws IOException {
        write("app.CCCCCCCC.js", "2");
        write("manifest.json", "{\"app.js\": \"app.CCCCCCCC.js\"}");
        Files.setLastModifiedTime(directory.resolve("manifest.json"), FileTime.fromMillis(1));
        assertThat(assets.url("/assets/app.js")).isEqualTo("/assets/app.CCCCCCCC.js");
    }

    private WebTestClient.ResponseSpec get(String path, String encodings) {
        return browser.get()
                .uri(path)
                .header(HttpHeaders.ACCEPT_ENCODING, encodings)
                .exchange();
    }

    private @Nullable String encoding(String accepted) {
        return get("/assets/app.AAAAAAAA.js", accepted)
                .expectStatus()
                .isOk()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getFirst(HttpHeaders.CONTENT_ENCODING);
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(directory.resolve(name), content);
    }

    private static byte[] gzip(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
