package io.nordwand.eiger;

import static io.nordwand.eiger.EigerFixtures.BUILD;
import static io.nordwand.eiger.EigerFixtures.BUILD_JSON;
import static io.nordwand.eiger.EigerFixtures.ERROR_JSON;
import static io.nordwand.eiger.EigerFixtures.FULL_BUILD_JSON;
import static io.nordwand.eiger.EigerFixtures.NIL;
import static io.nordwand.eiger.EigerFixtures.PART;
import static io.nordwand.eiger.EigerServer.json;
import static io.nordwand.eiger.EigerServer.resultOf;
import static io.nordwand.eiger.EigerServer.troubleOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.BuildDetail;
import io.nordwand.farm.record.BuildDetail.PartVersion;
import io.nordwand.farm.record.BuildDetail.Pose;
import io.nordwand.farm.record.BuildDetail.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a build is made of, as readBuild gives it. */
class BuildDetailTests {

    private final EigerServer eiger = EigerServer.start();

    @AfterEach
    void requestsKeepToTheContract() {
        eiger.close();
    }

    private BuildDetail detail(String json) {
        eiger.answersAnything(json(200, json));
        return resultOf(eiger.records().detail(new BuildId(BUILD)));
    }

    @Test
    void readsPartsWithTheirSettingsAndPlaces() {
        eiger.answers("GET", "/builds/" + BUILD, 200, FULL_BUILD_JSON);
        BuildDetail detail = resultOf(eiger.records().detail(new BuildId(BUILD)));
        assertThat(detail.parts())
                .containsExactly(new PartVersion(
                        PART, "Bracket", "", 1.0, true, "", null, null, new Settings(1.0, 0.0, 0.0, 90.0, "mm")));
        assertThat(detail.poses()).containsExactly(new Pose(PART, 10.0, 20.0, 90.0));
        assertThat(detail.record().build().title()).isEqualTo("Bracket");
        assertThat(detail.record().fiberCubicCentimetres()).isEqualTo(14.2);
        assertThat(eiger.requests()).hasSize(1);
    }

    @Test
    void idsAreTheSameInAnyLetterCase() {
        assertThat(detail(FULL_BUILD_JSON.replace(BUILD, BUILD.toUpperCase(Locale.ROOT)))
                        .record()
                        .build()
                        .id())
                .isEqualTo(new BuildId(BUILD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"part_versions\":null,\"poses\":null", ",\"part_versions\":7,\"poses\":\"x\""})
    void whatIsMissingOrUnreadableIsNotAnEmptyList(String content) {
        BuildDetail detail = detail(BUILD_JSON.replaceFirst("}$", content + "}"));
        assertThat(detail.parts()).isNull();
        assertThat(detail.poses()).isNull();
    }

    @Test
    void anEmptyListIsOne() {
        BuildDetail detail = detail(BUILD_JSON.replaceFirst("}$", ",\"part_versions\":[],\"poses\":[]}"));
        assertThat(detail.parts()).isEmpty();
        assertThat(detail.poses()).isEmpty();
    }

    @Test
    void whatIsMissingInAPartOrPlaceStaysNotKnown() {
        BuildDetail detail = detail(BUILD_JSON.replaceFirst("}$", """
                ,"part_versions":[null,{},{"id":"%s","title":"Jaw","settings":{"scale":"1.5","euler":null,"units":null},
                 "primary_material":"None"}],"poses":[null,{},{"x":"3.25","y":1e400,"theta":null}]}""".formatted(NIL)));
        List<PartVersion> parts = Objects.requireNonNull(detail.parts());
        assertThat(parts)
                .containsExactly(
                        new PartVersion(null, "", "", null, null, "", null, null, null),
                        new PartVersion(
                                null, "Jaw", "", null, null, "", null, null, new Settings(1.5, null, null, null, "")));
        assertThat(detail.poses()).containsExactly(new Pose(null, null, null, null), new Pose(null, 3.25, null, null));
    }

    @Test
    void anAnswerAboutAnotherBuildIsNotShown() {
        eiger.answersAnything(json(200, FULL_BUILD_JSON.replace(BUILD, PART)));
        assertThat(troubleOf(eiger.records().detail(new BuildId(BUILD)))).isInstanceOf(Trouble.Unreadable.class);
    }

    @Test
    void aBuildThatEigerDoesNotHaveIsNotFound() {
        eiger.answers("GET", "/builds/" + BUILD, 404, ERROR_JSON);
        assertThat(troubleOf(eiger.records().detail(new BuildId(BUILD)))).isInstanceOf(Trouble.NotFound.class);
    }

    @Test
    void whatIsNoIdIsNeverSent() {
        assertThat(troubleOf(eiger.records().detail(new BuildId("../users")))).isInstanceOf(Trouble.NotFound.class);
        assertThat(eiger.requests()).isEmpty();
    }
}
