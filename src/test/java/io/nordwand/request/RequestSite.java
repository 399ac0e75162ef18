package io.nordwand.request;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.nordwand.build.Builds;
import io.nordwand.database.BreakableDatabase;
import io.nordwand.database.Database;
import io.nordwand.dispatch.OrderSite;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.FarmSource;
import io.nordwand.farm.Trouble;
import io.nordwand.web.PageSite;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Mono;

/** The pages of this module over a database that is real, orders that are real, and an Eiger that tests lead. */
@ComponentScan(basePackageClasses = RequestController.class)
@Import({PageSite.class, OrderSite.class})
@TestComponent
class RequestSite {

    @Bean
    FakeBacklog backlog() {
        return new FakeBacklog();
    }

    @Bean
    BreakableDatabase breakable() {
        return new BreakableDatabase(Clock.systemUTC());
    }

    @Bean
    Database database(BreakableDatabase breakable) {
        return breakable.database();
    }

    @Bean
    Builds builds() {
        return () -> Mono.just(List.of(FakeBacklog.build("Gripper"), FakeBacklog.build("Bracket")));
    }

    @Bean
    FarmSource source() {
        FarmSource source = mock(FarmSource.class);
        when(source.build(any(BuildId.class)))
                .thenAnswer(call -> Mono.error(new FarmException(new Trouble.NotFound("No such build.", null))));
        return source;
    }
}
