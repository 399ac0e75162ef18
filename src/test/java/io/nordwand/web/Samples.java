package io.nordwand.web;

import io.nordwand.farm.FarmException;
import io.nordwand.farm.Trouble;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;

/** Pages of all kinds for the tests of what all pages share. */
@TestConfiguration
class Samples {

    @Page
    static class SampleController {

        private final LiveStream stream;

        SampleController(LiveStream stream) {
            this.stream = stream;
        }

        @GetMapping("/fleet")
        @Access(Role.VIEWER)
        String fleet() {
            return "sample";
        }

        @PostMapping("/sample/work")
        @Access(Role.OPERATOR)
        Rendering work() {
            return Rendering.redirectTo("/fleet").status(HttpStatus.SEE_OTHER).build();
        }

        @GetMapping("/sample/admin")
        @Access(Role.ADMIN)
        String admin() {
            return "sample";
        }

        @GetMapping("/sample/open")
        @Open
        String open() {
            return "sample";
        }

        @GetMapping("/sample/undeclared")
        String undeclared() {
            return "sample";
        }

        @GetMapping(path = "/fleet/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
        @Access(Role.VIEWER)
        @ResponseBody
        Flux<ServerSentEvent<String>> events() {
            return stream.of(
                    Flux.concat(Flux.just(LiveStream.partial("#x", "outerMorph", "<p id=x></p>")), Flux.never()));
        }

        @GetMapping("/sample/broken")
        @Access(Role.VIEWER)
        String broken() {
            throw new IllegalStateException("secret detail");
        }

        @PostMapping("/sample/broken")
        @Access(Role.VIEWER)
        String brokenWrite() {
            throw new IllegalStateException("secret detail");
        }

        @GetMapping("/sample/gone")
        @Access(Role.VIEWER)
        String gone() {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "secret reason");
        }

        @GetMapping("/sample/eiger")
        @Access(Role.VIEWER)
        String eiger() {
            throw new FarmException(new Trouble.Unavailable("Eiger did not answer within 10 s.", "ref-4711"));
        }
    }
}
