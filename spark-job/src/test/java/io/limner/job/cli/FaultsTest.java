package io.limner.job.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.limner.job.config.BadInputException;
import io.limner.job.execute.ShutLedger;
import io.limner.job.execute.SparkStoppedException;
import io.limner.job.execute.TooManyFailuresException;
import io.limner.job.fixture.Specs;
import io.limner.renderer.egl.EglException;
import io.limner.renderer.pass.DrawingException;
import io.limner.renderer.pass.UnfitDeviceException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static int code(Throwable e) {
        return Faults.verdict(e).orElseThrow().exitCode();
    }

    private static String message(Throwable e) {
        return Faults.verdict(e).orElseThrow().message();
    }

    @Test
    void whoeverIsAtFaultDecidesTheExitCode() {
        assertThat(code(new BadInputException("wrong"))).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(code(new SparkException("Job aborted", Specs.exhausted()))).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(code(new TooManyFailuresException("3 of 9"))).isEqualTo(ExitCode.FAILED);
        assertThat(code(new EglException("no device"))).isEqualTo(ExitCode.FAILED);
        assertThat(code(new SocketTimeoutException("no answer"))).isEqualTo(ExitCode.TRY_AGAIN);
        assertThat(code(new FileNotFoundException("no such bucket"))).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(code(new IOException("No space left on device"))).isEqualTo(ExitCode.FAILED);
        assertThat(code(new UnfitDeviceException("too large for this device"))).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(code(new DrawingException("drawing failed", null))).isEqualTo(ExitCode.FAILED);
        assertThat(code(new ParquetDecodingException("could not read page"))).isEqualTo(ExitCode.FAILED);
        assertThat(message(new ParquetDecodingException("could not read page"))).contains("limner verify");
        assertThat(Faults.verdict(new IllegalStateException("a bug"))).isEmpty();
    }

    @Test
    void whatATaskDiedOfIsFoundBelowSparksOwnMessage() {
        SparkException stage = new SparkException("Job aborted", new UncheckedIOException(new IOException("reset")));
        assertThat(code(stage)).isEqualTo(ExitCode.TRY_AGAIN);
        assertThat(message(stage)).contains("reset").contains("finished shards stay");
        assertThat(message(new SparkException("driver", new EglException("no device"))))
                .contains("no device");
    }

    @Test
    void aTemporaryFolderThatTakesNothingIsNamedWithTheRemedy() {
        UncheckedIOException fault = catchThrowableOfType(UncheckedIOException.class, ShutLedger::note);
        assertThat(code(fault)).isEqualTo(ExitCode.TRY_AGAIN);
        assertThat(message(fault))
                .contains(System.getProperty("java.io.tmpdir"))
                .contains("make room there, or name a folder that may be written with -Djava.io.tmpdir");
    }

    @Test
    void keysThatExpireHalfWayAreNoMistakeOfTheUsers() {
        IOException expired = new java.nio.file.AccessDeniedException(
                "s3a://b/f: The provided token has expired (Service: S3, Status Code: 400): ExpiredToken");
        assertThat(code(expired)).isEqualTo(ExitCode.TRY_AGAIN);
        assertThat(message(expired)).contains("have expired").contains("Get new ones");
    }

    @Test
    void sparksOwnFaultsComeWithoutItsStackTrace() {
        SparkException lost = new SparkException("Job aborted: executor lost\n\tat a.b.c\n\nDriver stacktrace:");
        assertThat(message(lost)).contains("executor lost").doesNotContain("\tat");
    }

    @Test
    void aStoppedSparkIsNoFaultOfLimner() {
        SparkStoppedException stopped = new SparkStoppedException(new IOException("interrupted"));
        assertThat(code(stopped)).isEqualTo(ExitCode.FAILED);
        assertThat(message(stopped)).contains("Run the same command again");
    }
}
