package io.limner.job.execute;

import io.limner.schema.sample.FaceSample;
import java.util.List;
import java.util.Optional;

/**
 * What a task tells of a sample that failed, before its shard is finished.
 *
 * @param code of the failure
 * @param text sample id, code and message; empty where a few others have told
 */
record FailureNote(String code, String text) {
    private static final int TELLING = 3;
    private static final int LONGEST = 1000;

    /** A note as text: classes of our own among what tasks report would have to be known to all of Spark. */
    static String of(FaceSample row, long before) {
        String code = row.failure().code();
        String message = row.failure().message();
        return before >= TELLING
                ? code
                : code + "\tSample " + row.sampleId() + ": " + code + ", "
                        + (message.length() > LONGEST ? message.substring(0, LONGEST) + " ..." : message);
    }

    static FailureNote parse(String note) {
        int tab = note.indexOf('\t');
        return tab < 0 ? new FailureNote(note, "") : new FailureNote(note.substring(0, tab), note.substring(tab + 1));
    }

    /** One that tells something, of any code of {@code notes}. */
    static Optional<String> telling(List<FailureNote> notes) {
        return notes.stream()
                .map(FailureNote::text)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** What people can do about a code. */
    static String remedy(String code) {
        return switch (code) {
            case "ASSET_MISSING", "ASSET_CHANGED", "ASSET_FAULTY", "HEAD_LACKS" ->
                "Look at the files below --assets, on every machine; 'limner assets check FILE' says what is wrong with one";
            case "NATIVE_CRASH" ->
                "Look for the end of the process's log in the executor's; try --device cpu, or another version of the driver";
            case "TIME_LIMIT", "MEMORY_LIMIT" -> "Allow a sample more by --sample-seconds or --recycle-megabytes";
            case "PICTURE_DIFFERS" -> "Draw with the device, the driver and the build that drew the dataset";
            case "SAMPLER_BROKE" -> "'limner doctor' looks at a machine";
            default -> "Take the values that the message names out of the spec";
        };
    }
}
