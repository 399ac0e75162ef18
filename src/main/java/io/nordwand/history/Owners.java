package io.nordwand.history;

import io.nordwand.farm.ActiveJob;
import io.nordwand.farm.Farm;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Printer;
import io.nordwand.farm.record.JobRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which printer works on which job: the only truth about what prints (field note 29). */
public final class Owners {

    private final Map<JobId, Printer> byJob = new HashMap<>();

    /** As that farm was read last. */
    public Owners(Farm farm) {
        for (Printer printer : farm.printers().values()) {
            ActiveJob job = printer.report().activeJob();
            if (job != null) {
                byJob.put(job.id(), printer);
            }
        }
    }

    /** The printer that works on it. */
    public Optional<Printer> of(JobId job) {
        return Optional.ofNullable(byJob.get(job));
    }

    /** How a job stands. */
    public JobStanding standing(JobRecord job) {
        return JobStanding.of(job.state(), own(job.id()));
    }

    /** Whether some printer works on it. */
    public boolean own(JobId job) {
        return byJob.containsKey(job);
    }
}
