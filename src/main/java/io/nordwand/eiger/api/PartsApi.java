package io.nordwand.eiger.api;

import io.nordwand.eiger.wire.DownloadWire;
import io.nordwand.eiger.wire.Page;
import io.nordwand.eiger.wire.PartVersionWire;
import io.nordwand.eiger.wire.PartWire;
import io.nordwand.eiger.wire.PresetWire;
import io.nordwand.eiger.wire.PrintedPartWire;
import io.nordwand.eiger.wire.ReportWire;
import io.nordwand.eiger.wire.SliceStatusWire;
import io.nordwand.eiger.wire.UploadWire;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** Parts, their versions, slicing and printed copies (tag Parts). */
@HttpExchange(accept = "application/json")
public interface PartsApi {

    /** One page of printed parts. */
    @GetExchange("/printed_parts")
    Mono<Page<PrintedPartWire>> listPrintedParts(@RequestParam MultiValueMap<String, String> query);

    /** One printed part. */
    @GetExchange("/printed_parts/{part}")
    Mono<PrintedPartWire> readPrintedPart(@PathVariable String part);

    /** The report of a printed part; also orders it. Read the answer with {@link ScanReport}. */
    @GetExchange("/printed_parts/{part}/scan_report")
    @Habits({Habit.ORDERS, Habit.LINK_IN_LOCATION})
    Mono<ResponseEntity<ReportWire>> getPrintedPartScanReport(@PathVariable String part);

    /** One part. */
    @GetExchange("/parts/{part}")
    @Habits(Habit.HIDES_NOT_FOUND)
    Mono<PartWire> readPart(@PathVariable String part);

    /** Creates a part and slices it. The file is streamed; what is null is left out (field note 58). */
    @PostExchange("/parts/upload_stl")
    @Habits({Habit.HIDES_NOT_FOUND, Habit.SLOW})
    Mono<UploadWire> uploadStl(
            @RequestPart("stlFile") Resource stlFile,
            @RequestPart(name = "title", required = false) @Nullable String title,
            @RequestPart(name = "folderId", required = false) @Nullable String folder,
            @RequestPart(name = "settingsPresetId", required = false) @Nullable String preset,
            @RequestPart(name = "userId", required = false) @Nullable String user);

    /** The state of a slice job, one open word (field note 57). */
    @GetExchange("/parts/slice_status/{slice}")
    @Habits(Habit.HIDES_NOT_FOUND)
    Mono<SliceStatusWire> getSliceStatus(@PathVariable String slice);

    /** The presets that an upload can name, not paged (field note 19). */
    @GetExchange("/parts/settings_presets")
    @Habits(Habit.HIDES_NOT_FOUND)
    Mono<List<@Nullable PresetWire>> getOrgSettingsPresets();

    /** One part version. */
    @GetExchange("/part_versions/{version}")
    @Habits(Habit.HIDES_NOT_FOUND)
    Mono<PartVersionWire> readPartVersion(@PathVariable String version);

    /** A link to the STL that works for 30 seconds (field note 54). */
    @GetExchange("/part_versions/{version}/download")
    @Habits(Habit.HIDES_NOT_FOUND)
    Mono<DownloadWire> readSignedURL(@PathVariable String version);
}
