package io.limner.job.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.limner.job.doctor.Check.State;
import io.limner.renderer.egl.EglDevice;
import io.limner.renderer.image.LibDeflate;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    @Test
    void javaMustBeOneThatSparkRunsOn() {
        assertThat(Doctor.java(17, "/jdk").state()).isEqualTo(State.OK);
        assertThat(Doctor.java(11, "/jdk").state()).isEqualTo(State.FAULT);
        assertThat(Doctor.java(25, "/jdk").remedy()).contains("openjdk-17");
    }

    @Test
    void aMissingCodecComesWithItsPackage() {
        assertThat(Doctor.jpeg(Optional.empty()).state()).isEqualTo(State.OK);
        Check missing = Doctor.jpeg(Optional.of("libturbojpeg is missing"));
        assertThat(missing.state()).isEqualTo(State.FAULT);
        assertThat(missing.remedy()).contains("apt-get install");
        Check slow = Doctor.png(LibDeflate.find("libnosuchdeflate.so.7"));
        assertThat(slow.state()).isEqualTo(State.WEAK);
        assertThat(slow.finding()).contains("libnosuchdeflate.so.7");
        assertThat(slow.remedy()).contains("libdeflate0", "the same version");
        Check off = Doctor.png(new LibDeflate.Off());
        assertThat(off.state()).isEqualTo(State.OK);
        assertThat(off.finding()).contains("-Dlimner.libdeflate=false");
    }

    @Test
    void mesasThreadsShouldBeOff() {
        assertThat(Doctor.softwareThreads("0").state()).isEqualTo(State.OK);
        assertThat(Doctor.softwareThreads(null).state()).isEqualTo(State.WEAK);
        assertThat(Doctor.softwareThreads("4").finding()).contains("4");
    }

    @Test
    void aDriverWithoutGraphicsIsTold() {
        EglDevice cpu = new EglDevice(0, 1, OptionalInt.empty(), true);
        EglDevice gpu = new EglDevice(1, 2, OptionalInt.of(0), false);
        assertThat(DeviceChecks.gpu(List.of(cpu), true).remedy()).contains("NVIDIA_DRIVER_CAPABILITIES");
        assertThat(DeviceChecks.gpu(List.of(cpu), false).state()).isEqualTo(State.OK);
        assertThat(DeviceChecks.gpu(List.of(cpu, gpu), true).finding()).contains("EGL offers one");
    }

    @Test
    void aStoreIsTried(@TempDir Path folder) throws Exception {
        Configuration hadoop = new Configuration();
        List<Check> sound = StoreProbe.examine(folder.toString(), hadoop);
        assertThat(sound)
                .extracting(Check::subject)
                .containsExactly("Store, list", "Store, write", "Store, read", "Store, delete");
        assertThat(sound).extracting(Check::state).containsOnly(State.OK);
        assertThat(folder.toFile().list()).isEmpty();
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(StoreProbe.examine(file.resolve("below").toString(), hadoop))
                .extracting(Check::state)
                .contains(State.FAULT);
        assertThat(StoreProbe.examine("s3://bucket/x", hadoop).get(0).finding()).contains("s3a");
    }

    @Test
    void whatAStoreRefusesHasARemedy() {
        assertThat(StoreFault.remedy(new AccessDeniedException("faces"), "s3:PutObject"))
                .contains("allow s3:PutObject");
        assertThat(StoreFault.remedy(new IOException("x", new UnknownHostException("store")), ""))
                .contains("fs.s3a.endpoint");
        assertThat(StoreFault.isHopeless(new AccessDeniedException("faces: SignatureDoesNotMatch")))
                .isTrue();
        assertThat(StoreFault.isHopeless(new AccessDeniedException("faces"))).isFalse();
    }
}
