package io.nordwand.approval;

import io.nordwand.database.DatabaseException;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.record.Approved;
import io.nordwand.farm.record.BuildRecord;
import io.nordwand.history.ApprovableBuilds;
import io.nordwand.history.ApprovalState;
import io.nordwand.history.Approvals;
import io.nordwand.history.Mirrors;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes pages of the list. */
@Component
class ApprovalPages {

    private final ApprovableBuilds builds;
    private final Approvals approvals;
    private final Mirrors mirrors;

    ApprovalPages(ApprovableBuilds builds, Approvals approvals, Mirrors mirrors) {
        this.builds = builds;
        this.approvals = approvals;
        this.mirrors = mirrors;
    }

    /** The page; one that says so when the builds can't be read. */
    Mono<ApprovalPage> page(ApprovalQuery query, Draft ticked) {
        ApprovalState state = approvals.current();
        Approved now = state.set() == null ? Approved.OFF : state.set();
        Draft draft = ticked.against(now);
        return Mono.zip(builds.search(query.q(), query.show(), query.page(), ApprovalPage.SIZE), first(query))
                .map(both -> {
                    List<ApprovalRow> rows = new ArrayList<>();
                    both.getT2().forEach(record -> rows.add(row(record, now, true)));
                    both.getT1().builds().stream()
                            .filter(record -> both.getT2().stream()
                                    .noneMatch(pinned -> pinned.build()
                                            .id()
                                            .equals(record.build().id())))
                            .forEach(record -> rows.add(
                                    row(record, now, draft.ticks(record.build().id(), now))));
                    return page(query, state, rows, both.getT1().count(), draft);
                })
                .onErrorResume(DatabaseException.class, down -> Mono.just(page(query, state, List.of(), -1, draft)));
    }

    private ApprovalPage page(
            ApprovalQuery query, ApprovalState state, List<ApprovalRow> rows, long count, Draft draft) {
        return new ApprovalPage(query, state, mirrors.progress(Mirrors.Copy.BUILDS), rows, count, draft);
    }

    /** The build that the address asks to begin with. */
    private Mono<List<BuildRecord>> first(ApprovalQuery query) {
        return query.tick().isBlank()
                ? Mono.just(List.of())
                : builds.of(List.of(new BuildId(query.tick()))).map(found -> List.copyOf(found.values()));
    }

    private static ApprovalRow row(BuildRecord record, Approved now, boolean ticked) {
        return new ApprovalRow(
                record.build(), now.builds().contains(record.build().id()), ticked);
    }
}
