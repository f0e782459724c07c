package io.limner.renderer.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limner.renderer.Designs;
import io.limner.renderer.FaceModel;
import io.limner.renderer.egl.DeviceChoice;
import io.limner.renderer.egl.EglException;
import io.limner.renderer.egl.NeedsEgl;
import io.limner.renderer.frame.Frame;
import io.limner.renderer.head.Deformed;
import io.limner.renderer.head.Face;
import io.limner.renderer.head.Mesh;
import io.limner.renderer.head.Topology;
import io.limner.renderer.label.CameraModels;
import io.limner.schema.label.CameraModel;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.ImageFormat;
import io.limner.schema.spec.ImageSettings;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The life of a slot. */
@NeedsEgl
@Timeout(60)
class ContextSlotGLTest {
    private static final FaceModel MODEL = FaceModel.shared();
    private static final ImageSettings SMALL = new ImageSettings(48, 48, ImageFormat.PNG, 100);
    private static final Scene SCENE = Designs.of("defaults: neutral").scene(0);
    private static final CameraModel CAMERA = CameraModels.of(SCENE.camera(), SMALL);
    private static final Face FACE = MODEL.face(SCENE, CAMERA);

    private ContextSlot slot;

    @BeforeEach
    void open() {
        slot = new ContextSlot(new DeviceChoice.Cpu(), MODEL.surface());
    }

    @AfterEach
    void close() {
        slot.close();
    }

    @Test
    void aClosedSlotSaysSoAndMayBeClosedAgain() {
        slot.close();
        slot.close();
        assertThatThrownBy(() -> slot.draw(FACE, CAMERA))
                .isInstanceOf(DrawingException.class)
                .hasMessageContaining("closed");
        assertThat(slot.driver().renderer()).contains("llvmpipe");
    }

    @Test
    void closingWaitsForTheFrameThatIsBeingDrawn() throws Exception {
        CameraModel large = CameraModels.of(SCENE.camera(), new ImageSettings(512, 512, ImageFormat.PNG, 100));
        CompletableFuture<Void> started = new CompletableFuture<>();
        CompletableFuture<Frame> frame = CompletableFuture.supplyAsync(() -> {
            slot.draw(FACE, CAMERA);
            started.complete(null);
            return slot.draw(FACE, large);
        });
        started.get(30, TimeUnit.SECONDS);
        slot.close();
        try {
            assertThat(frame.get(30, TimeUnit.SECONDS).size()).isEqualTo(new Frame.Size(512, 512));
        } catch (ExecutionException e) {
            // Closed just before the second frame was asked for.
            assertThat(e.getCause()).isInstanceOf(DrawingException.class).hasMessageContaining("closed");
        }
    }

    @Test
    void anInterruptedThreadStaysInterruptedAndTheSlotGoesOn() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> slot.draw(FACE, CAMERA))
                .isInstanceOf(DrawingException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(slot.draw(FACE, CAMERA).size()).isEqualTo(new Frame.Size(48, 48));
    }

    @Test
    void afterAFaultTheSlotDrawsTheSameAsBefore() {
        Frame before = slot.draw(FACE, CAMERA);
        Topology same = FACE.head().topology();
        Topology copy = new Topology(same.triangles(), same.classes(), same.uv(), same.rest(), same.occlusion());
        Mesh foreign = new Mesh(copy, FACE.head().positions(), FACE.head().normals());
        assertThatThrownBy(() -> slot.draw(
                        new Face(
                                SCENE,
                                FACE.setting(),
                                new Deformed(FACE.body().surface(), foreign, FACE.anchors()),
                                FACE.strands(),
                                FACE.worn()),
                        CAMERA))
                .isInstanceOf(DrawingException.class)
                .hasMessageContaining("another head pack");
        assertThat(slot.draw(FACE, CAMERA).rgb()).isEqualTo(before.rgb());
    }

    @Test
    void anImageThatIsTooLargeForTheDeviceIsRefusedWithItsSize() {
        Frame before = slot.draw(FACE, CAMERA);
        // A side that is too long, and too many samples on sides that are not.
        for (int height : new int[] {8192, 4200}) {
            int width = height == 8192 ? 8192 : 8000;
            CameraModel huge = CameraModels.of(SCENE.camera(), new ImageSettings(width, height, ImageFormat.PNG, 100));
            assertThatThrownBy(() -> slot.draw(FACE, huge))
                    .isInstanceOf(UnfitDeviceException.class)
                    .hasMessageContaining(width + " x " + height)
                    .hasMessageContaining("smaller");
        }
        assertThat(slot.draw(FACE, CAMERA).rgb()).isEqualTo(before.rgb());
    }

    @Test
    void aMissingDeviceIsAnEglException() {
        assertThatThrownBy(() -> new ContextSlot(new DeviceChoice.CudaGpu(977), MODEL.surface()))
                .isInstanceOf(EglException.class)
                .hasMessageContaining("977");
    }
}
