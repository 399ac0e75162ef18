package io.nordwand.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.web.Browser;
import io.nordwand.web.LiveStream;
import io.nordwand.web.Role;
import io.nordwand.web.WebTestConfiguration;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** What a change of an account does to those who are signed in with it. */
@SpringBootTest(
        classes = {WebTestConfiguration.class, AccountPages.class},
        properties = "nordwand.web.zone=UTC")
@AutoConfigureWebTestClient(timeout = "60s")
class SessionsTests {

    @Autowired
    private WebTestClient client;

    @Autowired
    private AccountPages pages;

    @Autowired
    private LiveStream streams;

    static Stream<Change> ending() {
        return Stream.of(Change.DISABLE, Change.ROLE, Change.RESET);
    }

    @ParameterizedTest
    @MethodSource("ending")
    void theNextRequestOfAnEndedSessionLeadsToSignIn(Change change) {
        Account lena = pages.make(Role.OPERATOR);
        Browser one = AccountPages.signIn(client, lena);
        Browser two = AccountPages.signIn(client, lena);
        pages.change(wish(change, lena));

        for (Browser each : new Browser[] {one, two}) {
            assertThat(each.get("/account", "Accept", "text/html").location()).isEqualTo("/login?next=%2Faccount");
            assertThat(each.get("/account", "HX-Request", "true").status()).isEqualTo(401);
            assertThat(each.get("/admin/users/events", "Accept", "text/event-stream")
                            .status())
                    .isEqualTo(401);
            assertThat(each.post("/account/password", "current", Rig.PASSWORD).location())
                    .contains("/login", "unsent");
        }
    }

    @ParameterizedTest
    @MethodSource("ending")
    void openStreamsOfAnEndedSessionEndAtOnceAndNobodyElses(Change change) {
        Account lena = pages.make(Role.OPERATOR);
        Account priya = pages.make(Role.OPERATOR);
        AtomicReference<String> ended = new AtomicReference<>("");

        StepVerifier.create(Flux.merge(
                        stream(lena).doOnComplete(() -> ended.updateAndGet(all -> all + "lena ")),
                        stream(priya).doOnComplete(() -> ended.updateAndGet(all -> all + "priya "))))
                .expectSubscription()
                .then(() -> {
                    assertThat(ended).hasValue("");
                    pages.change(wish(change, lena));
                    assertThat(ended).as("at once").hasValue("lena ");
                })
                .thenCancel()
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void aStreamThatBeginsAfterTheEndHasNothingToSay() {
        Account lena = pages.make(Role.OPERATOR);
        pages.change(wish(Change.DISABLE, lena));

        StepVerifier.create(stream(lena)).verifyComplete();
    }

    @Test
    void aHigherRoleHoldsFromTheNextRequestOn() {
        Account lena = pages.make(Role.OPERATOR);
        Browser browser = AccountPages.signIn(client, lena);
        assertThat(browser.get("/admin/users", "Accept", "text/html").status()).isEqualTo(403);
        pages.change(new Wish(Change.ROLE, lena.id(), 1, Role.ADMIN, null));

        assertThat(browser.get("/admin/users", "Accept", "text/html").status()).isEqualTo(200);
    }

    @Test
    void aNewOwnPasswordEndsTheOtherSessionsAndNotThisOne() {
        Account lena = pages.make(Role.OPERATOR);
        Browser here = AccountPages.signIn(client, lena);
        Browser elsewhere = AccountPages.signIn(client, lena);
        String before = here.session();
        here.page("/account");
        Browser.Answer changed = here.post(
                "/account/password",
                "current",
                Rig.PASSWORD,
                "wanted",
                "another one of mine",
                "again",
                "another one of mine");

        assertThat(changed.location()).isEqualTo("/account");
        assertThat(here.page("/account").select("[data-told=password]").text()).contains("Your password is changed");
        assertThat(here.page("/account").select("[data-told]")).isEmpty();
        assertThat(here.session()).as("not the one that others may have seen").isNotEqualTo(before);
        assertThat(elsewhere.get("/account", "Accept", "text/html").location()).startsWith("/login");
        assertThat(AccountPages.enter(new Browser(client), lena.name(), Rig.PASSWORD)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void enablingAgainRevivesNoSession() {
        Account lena = pages.make(Role.OPERATOR);
        Browser browser = AccountPages.signIn(client, lena);
        pages.change(Wish.of(Change.DISABLE, lena.id(), 1));
        pages.change(Wish.of(Change.ENABLE, lena.id(), 2));

        assertThat(browser.get("/account", "Accept", "text/html").location()).startsWith("/login");
        AccountPages.signIn(client, lena);
    }

    private Flux<Object> stream(Account account) {
        return streams.of(Flux.never())
                .contextWrite(ReactiveSecurityContextHolder.withAuthentication(Accounts.signIn(account)))
                .ignoreElements()
                .cast(Object.class)
                .flux();
    }

    private static Wish wish(Change change, Account account) {
        return new Wish(
                change,
                account.id(),
                1,
                change == Change.ROLE ? Role.VIEWER : null,
                change == Change.RESET ? "another password by an admin" : null);
    }
}
