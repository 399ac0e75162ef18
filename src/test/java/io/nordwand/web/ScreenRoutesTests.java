package io.nordwand.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.NordwandApplication;
import io.nordwand.ProgramOnly;
import io.nordwand.build.Builds;
import io.nordwand.farm.Farm;
import io.nordwand.farm.FarmCommands;
import io.nordwand.farm.FarmSource;
import io.nordwand.farm.Farms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import reactor.core.publisher.Flux;

/** Over the whole program, route by route: a connected screen's token opens its own page and stream, and nothing else. */
@SpringBootTest(classes = NordwandApplication.class)
@MockitoBean(types = {Farms.class, FarmSource.class, FarmCommands.class, Builds.class})
@ContextConfiguration(initializers = ProgramOnly.class)
class ScreenRoutesTests {

    private static final Set<String> ITS_OWN = Set.of("/kiosk", "/kiosk/events", "/kiosk/seen");

    @Autowired
    private List<RequestMappingHandlerMapping> mappings;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Farms farms;

    private WebTestClient client;
    private String token = "";
    private String csrf = "";
    private String csrfCookie = "";

    private record Route(HttpMethod method, String path, HandlerMethod handler) {}

    @BeforeEach
    void connectAScreen() {
        Mockito.when(farms.current()).thenReturn(Farm.none());
        Mockito.when(farms.updates()).thenReturn(Flux.just(Farm.none()));
        client = WebTestClient.bindToApplicationContext(context)
                .configureClient()
                .responseTimeout(Duration.ofSeconds(30))
                .build();
        Browser tv = new Browser(client);
        String code = tv.page("/kiosk").select("#pair-code span").text().replace(" ", "");
        Browser admin = new Browser(client).signIn("admin");
        admin.page("/screens");
        String name = "Screen " + code;
        assertThat(admin.post("/screens", "code", code, "name", name, "turn1", "wall", "look", "dark")
                        .status())
                .isEqualTo(303);
        assertThat(tv.page("/kiosk").title()).startsWith(name);
        token = Objects.requireNonNull(tv.cookie("nordwand-screen"));
        // As good a form as anybody signed out can send, so that it is not only its age that is refused.
        Browser anybody = new Browser(client);
        csrf = anybody.page("/login").select("meta[name=csrf]").attr("content");
        csrfCookie = Objects.requireNonNull(anybody.cookie("nordwand-csrf"));
    }

    @Test
    void theTokenOpensNoRouteButTheScreensOwn() {
        List<String> opened = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (Route route : routes()) {
            seen.add(route.path());
            if (ITS_OWN.contains(route.path()) || isOpen(route.handler())) {
                continue;
            }
            int status = status(route.method(), route.path());
            boolean denied = status == 302 || status == 303 || status == 401 || status == 403;
            if (!denied) {
                opened.add(route.method() + " " + route.path() + " answered " + status);
            }
        }
        assertThat(seen)
                .hasSizeGreaterThan(60)
                .contains("/fleet", "/screens", "/wall", "/admin/users", "/kiosk/events");
        assertThat(opened).isEmpty();
    }

    @Test
    void onRoutesThatAreOpenItMakesNoDifference() {
        assertThat(routes().stream()
                        .filter(route -> isOpen(route.handler()))
                        .map(Route::path)
                        .distinct())
                .containsExactlyInAnyOrder("/login", "/theme", "/kiosk", "/kiosk/seen");
    }

    @Test
    void addressesThatLeadNowhereAndThoseOfTheProgramItselfStayShutToo() {
        for (String path :
                List.of("/", "/nowhere", "/actuator", "/actuator/health", "/actuator/metrics", "/kiosk/1", "/kiosk/")) {
            assertThat(status(HttpMethod.GET, path)).as(path).isIn(302, 401, 403);
        }
    }

    @Test
    void aTokenWithAMistakeOpensNotEvenTheStream() {
        String wrong = (token.startsWith("A") ? "B" : "A") + token.substring(1);
        assertThat(client.get()
                        .uri("/kiosk/events")
                        .header("Accept", "text/event-stream")
                        .cookie("nordwand-screen", wrong)
                        .exchange()
                        .returnResult(String.class)
                        .getStatus()
                        .value())
                .isEqualTo(401);
    }

    private int status(HttpMethod method, String path) {
        WebTestClient.RequestBodySpec request = client.method(method)
                .uri(path)
                .header("Accept", path.endsWith("/events") ? "text/event-stream" : "text/html")
                .cookie("nordwand-screen", token)
                .cookie("nordwand-csrf", csrfCookie);
        WebTestClient.ResponseSpec answer = method.equals(HttpMethod.GET)
                ? request.exchange()
                : request.body(BodyInserters.fromFormData("_csrf", csrf)).exchange();
        return answer.returnResult(String.class).getStatus().value();
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        mappings.forEach(mapping -> mapping.getHandlerMethods().forEach((info, handler) -> add(routes, info, handler)));
        return routes;
    }

    private static void add(List<Route> routes, RequestMappingInfo info, HandlerMethod handler) {
        for (RequestMethod method : info.getMethodsCondition().getMethods()) {
            info.getPatternsCondition()
                    .getPatterns()
                    .forEach(pattern -> routes.add(new Route(
                            method.asHttpMethod(),
                            pattern.getPatternString().replaceAll("\\{[^}]*\\}", "1"),
                            handler)));
        }
    }

    private static boolean isOpen(HandlerMethod handler) {
        return handler.hasMethodAnnotation(Open.class)
                || (!handler.hasMethodAnnotation(Access.class)
                        && AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Open.class));
    }
}
