package io.limner.job.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.limner.job.config.BadInputException;
import io.limner.renderer.FaceModel;
import io.limner.renderer.FaceSampler;
import io.limner.renderer.head.Face;
import io.limner.renderer.head.Mesh;
import io.limner.renderer.label.CameraModels;
import io.limner.schema.design.SceneDesign;
import io.limner.schema.label.CameraModel;
import io.limner.schema.scene.Scene;
import io.limner.schema.spec.DatasetSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Blender, started once and asked for one picture after another: the meshes of faces as Limner draws them, with the same camera and size,
 * with depth, normals and material indices, on one thread. Loading a mesh does not count; shaders are plainer than Limner's, which is to
 * Blender's advantage.
 */
public final class BlenderPeer {
    private static final List<String> ENGINES = List.of("CYCLES", "EEVEE");
    private static final int FACES = 3;
    private static final int WARM_UP = 20;
    /** How often one slot draws a face, so that the clock has something to measure. */
    private static final int REPEATS = 5;

    private final List<String> command;

    private BlenderPeer(List<String> command) {
        this.command = command;
    }

    /**
     * Looks for the program {@code blender}, then for a Python that can import bpy.
     *
     * @throws BadInputException if there is neither
     */
    public static BlenderPeer find(String python) throws IOException {
        if (runs("blender", "--version")) {
            return new BlenderPeer(List.of("blender", "--background", "--python"));
        }
        if (runs(python, "-c", "import bpy")) {
            return new BlenderPeer(List.of(python));
        }
        throw new BadInputException(
                "--peer blender: there is no program 'blender', and '" + python
                        + "' cannot import bpy; install Blender, or 'pip install bpy \"numpy<2\"' for the Python that --python names");
    }

    private static boolean runs(String... command) throws IOException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The first faces of a spec, by one slot and by each engine in turn. */
    public BenchReport.Peer compare(DatasetSpec spec, String device, Path folder) throws IOException {
        Path script = folder.resolve("blender.py");
        try (InputStream resource = BlenderPeer.class.getResourceAsStream("blender.py")) {
            Files.copy(resource, script);
        }
        List<String> line = new ArrayList<>(command);
        line.add(script.toString());
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        SceneDesign design = new SceneDesign(spec);
        try (BufferedReader answers =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                Writer questions = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
                FaceSampler slot = FaceSampler.open(design, device)) {
            String version = answer(answers, "READY");
            for (int i = 0; i < WARM_UP; i++) {
                slot.sample(i % spec.samples());
            }
            Map<String, List<Double>> taken = new LinkedHashMap<>();
            Map<String, List<Double>> ratios = new LinkedHashMap<>();
            Map<String, String> faults = new LinkedHashMap<>();
            for (int i = 0; i < FACES; i++) {
                long id = i % spec.samples();
                Path mesh = folder.resolve("face-" + i + ".mesh");
                write(design.scene(id), spec, mesh);
                for (String engine : ENGINES) {
                    double own = own(slot, id);
                    questions.write(mesh + " " + engine + "\n");
                    questions.flush();
                    String answer = answer(answers, "TOOK", "FAILED");
                    if (answer.startsWith("FAILED")) {
                        faults.put(engine, answer.substring("FAILED ".length()));
                        continue;
                    }
                    double seconds = Double.parseDouble(answer.substring("TOOK ".length()));
                    taken.computeIfAbsent(engine, first -> new ArrayList<>()).add(seconds);
                    ratios.computeIfAbsent(engine, first -> new ArrayList<>()).add(seconds / own);
                }
            }
            List<BenchReport.Engine> engines = new ArrayList<>();
            taken.forEach((engine, seconds) -> engines.add(
                    new BenchReport.Engine(name(engine), median(seconds), median(ratios.get(engine)), null)));
            faults.forEach((engine, why) -> engines.add(new BenchReport.Engine(name(engine), null, null, why)));
            return new BenchReport.Peer(version.substring("READY ".length()), engines);
        } finally {
            end(process);
        }
    }

    private static String name(String engine) {
        return engine.equals("CYCLES") ? "Cycles, 16 samples" : "EEVEE, 16 samples";
    }

    private static void end(Process process) throws IOException {
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The next line that begins with one of the words; Blender says much besides. */
    private static String answer(BufferedReader answers, String... words) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            for (String word : words) {
                if (line.startsWith(word)) {
                    return line;
                }
            }
        }
        throw new IOException("Blender ended before it had drawn; run it by hand to see why");
    }

    private static double own(FaceSampler slot, long id) {
        long from = System.nanoTime();
        for (int i = 0; i < REPEATS; i++) {
            slot.sample(id);
        }
        return (System.nanoTime() - from) / 1e9 / REPEATS;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** A line of JSON, then vertices (3 floats each, mm), triangles (3 indices each) and a class a triangle, little-endian. */
    private static void write(Scene scene, DatasetSpec spec, Path file) throws IOException {
        CameraModel camera = CameraModels.of(scene.camera(), spec.output().image());
        Face face = FaceModel.shared().face(scene, camera);
        List<Mesh> meshes =
                List.of(face.head(), face.strands().mesh(), face.worn().mesh());
        int[] shown = {
            face.head().topology().triangleCount(),
            face.strands().shown(),
            face.worn().shown()
        };
        int vertices = 0;
        int triangles = 0;
        for (int m = 0; m < shown.length; m++) {
            vertices += meshes.get(m).topology().vertexCount();
            triangles += shown[m];
        }
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("vertices", vertices);
        head.put("triangles", triangles);
        head.put("width", camera.width());
        head.put("height", camera.height());
        head.put("fx", camera.intrinsics().fx());
        head.put("cx", camera.intrinsics().cx());
        head.put("cy", camera.intrinsics().cy());
        head.put("world_to_camera", camera.worldToCamera());
        byte[] line = (new ObjectMapper().writeValueAsString(head) + "\n").getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(line.length + 12 * vertices + 13 * triangles)
                .order(ByteOrder.LITTLE_ENDIAN);
        out.put(line);
        for (Mesh mesh : meshes) {
            for (double value : mesh.positions()) {
                out.putFloat((float) value);
            }
        }
        int first = 0;
        for (int m = 0; m < shown.length; m++) {
            int[] corners = meshes.get(m).topology().triangles();
            for (int i = 0; i < 3 * shown[m]; i++) {
                out.putInt(corners[i] + first);
            }
            first += meshes.get(m).topology().vertexCount();
        }
        for (int m = 0; m < shown.length; m++) {
            out.put(meshes.get(m).topology().classes(), 0, shown[m]);
        }
        Files.write(file, out.array());
    }
}
