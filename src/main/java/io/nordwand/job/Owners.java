package io.nordwand.job;

import io.nordwand.farm.ActiveJob;
import io.nordwand.farm.Farm;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Printer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which printer works on which job: the only truth about what prints (field note 29). */
final class Owners {

    private final Map<JobId, Printer> byJob = new HashMap<>();

    Owners(Farm farm) {
        for (Printer printer : farm.printers().values()) {
            ActiveJob job = printer.report().activeJob();
            if (job != null) {
                byJob.put(job.id(), printer);
            }
        }
    }

    Optional<Printer> of(JobId job) {
        return Optional.ofNullable(byJob.get(job));
    }

    boolean own(JobId job) {
        return byJob.containsKey(job);
    }
}
