package io.limner.renderer.gltf;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A head that is all that a user's head must be, and no more: an ellipsoid with a nose, two eyeballs, lips that part, a neck, and the
 * morphs JawOpen and SmileLeft. Sizes here are mm from the midpoint between the eyes; the file is in metres, on a node that is moved.
 */
public final class ConformanceHead {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double[] CENTER = {0, -35, -74};
    private static final double[] RADII = {74, 110, 95};
    private static final double MOUTH = -70;
    private static final double MOUTH_HALF = 24;
    private static final double JAW_DROP = 20;
    /** Where the head stands in its file, metres. */
    private static final double[] PLACE = {0.5, 1.6, -0.25};

    private final int rows;
    private final int columns;
    private final Map<String, Shape> shapes = new LinkedHashMap<>();

    /** Triangles of a material. */
    private static final class Shape {
        private final List<double[]> points = new ArrayList<>();
        private final List<Boolean> lower = new ArrayList<>();
        private final List<Integer> corners = new ArrayList<>();

        void add(double[] a, double[] b, double[] c, boolean below) {
            for (double[] p : List.of(a, b, c)) {
                corners.add(points.size());
                points.add(p);
                lower.add(below);
            }
        }
    }

    /** A head of so many rows of quads from crown to chin. */
    public ConformanceHead(int rows) {
        this.rows = rows;
        this.columns = rows * 3 / 2;
        for (String name : List.of("Skin", "Nose", "UpperLip", "LowerLip", "Mouth", "Neck", "EyeL", "EyeR")) {
            shapes.put(name, new Shape());
        }
        skin();
        ball(shapes.get("EyeL"), 31);
        ball(shapes.get("EyeR"), -31);
        for (int j = 0; j < 24; j++) {
            double[] a = ring(j, -110);
            double[] b = ring(j + 1, -110);
            quad(shapes.get("Neck"), a, ring(j, -230), ring(j + 1, -230), b, false);
        }
        quad(
                shapes.get("Mouth"),
                new double[] {-26, -60, 0},
                new double[] {-26, -98, -6},
                new double[] {26, -98, -6},
                new double[] {26, -60, 0},
                false);
    }

    private static double[] ring(int j, double y) {
        double a = 2 * Math.PI * j / 24;
        return new double[] {44 * Math.sin(a), y, -75 + 44 * Math.cos(a)};
    }

    private static void quad(Shape shape, double[] a, double[] b, double[] c, double[] d, boolean below) {
        shape.add(a, b, c, below);
        shape.add(a, c, d, below);
    }

    private void skin() {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double[] a = grid(i, j);
                double[] b = grid(i + 1, j);
                double[] c = grid(i + 1, j + 1);
                double[] d = grid(i, j + 1);
                double x = (a[0] + c[0]) / 2;
                double y = (a[1] + c[1]) / 2;
                boolean front = a[2] > -20;
                boolean lip = front && Math.abs(x) < MOUTH_HALF && Math.abs(y - MOUTH) < 7.5;
                boolean nose = front && Math.abs(x) < 14 && y < -8 && y > -56;
                String name = lip ? (y > MOUTH ? "UpperLip" : "LowerLip") : nose ? "Nose" : "Skin";
                quad(shapes.get(name), a, b, c, d, y < MOUTH);
            }
        }
    }

    /** A vertex of the skin; one row lies at the height of the mouth. */
    private double[] grid(int i, int j) {
        double mouth = Math.acos((MOUTH - CENTER[1]) / RADII[1]);
        int at = (int) Math.round(mouth / Math.PI * rows);
        double polar = i <= at ? mouth * i / at : mouth + (Math.PI - mouth) * (i - at) / (rows - at);
        double azimuth = 2 * Math.PI * j / columns - Math.PI;
        return surface(Math.sin(polar) * Math.sin(azimuth), Math.cos(polar), Math.sin(polar) * Math.cos(azimuth));
    }

    private static double[] surface(double ux, double uy, double uz) {
        double x = CENTER[0] + RADII[0] * ux;
        double y = CENTER[1] + RADII[1] * uy;
        double z = CENTER[2] + RADII[2] * uz;
        double bump = z > -40 ? 22 * Math.exp(-(x * x / 110 + (y + 42) * (y + 42) / 260)) : 0;
        return new double[] {x, y, z + bump};
    }

    /** The point of the front that is seen at (x, y). */
    static double[] front(double x, double y) {
        double ux = x / RADII[0];
        double uy = (y - CENTER[1]) / RADII[1];
        return surface(ux, uy, Math.sqrt(Math.max(0, 1 - ux * ux - uy * uy)));
    }

    private static void ball(Shape shape, double x) {
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 12; j++) {
                quad(shape, onBall(x, i, j), onBall(x, i + 1, j), onBall(x, i + 1, j + 1), onBall(x, i, j + 1), false);
            }
        }
    }

    private static double[] onBall(double x, int i, int j) {
        double polar = Math.PI * i / 8;
        double azimuth = Math.PI * j / 6;
        return new double[] {
            x + 12 * Math.sin(polar) * Math.sin(azimuth), 12 * Math.cos(polar), 12 * Math.sin(polar) * Math.cos(azimuth)
        };
    }

    /** How far JawOpen moves a point, mm. */
    private static double[] jaw(double[] p, boolean below) {
        // The edge of the mouth belongs to both lips: only the lower one's moves, and nothing tears beyond the corners.
        double edge = Math.max(0, 1 - p[0] * p[0] / (MOUTH_HALF * MOUTH_HALF));
        double chin = Math.exp(-p[0] * p[0] / 2000);
        double deep = Math.min(1, Math.max(0, (MOUTH - p[1]) / 15));
        double share = below && p[2] > -70 ? edge + (chin - edge) * deep : 0;
        return new double[] {0, -JAW_DROP * share, 0};
    }

    private static double[] smile(double[] p) {
        double share = Math.exp(-(Math.pow(p[0] - MOUTH_HALF, 2) + Math.pow(p[1] - MOUTH, 2)) / 150);
        return p[2] > -40 ? new double[] {5 * share, 9 * share, 0} : new double[3];
    }

    /** The 68 points where they should be at rest, mm, and the material whose surface they lie on. */
    static List<Map.Entry<String, double[]>> landmarks() {
        List<Map.Entry<String, double[]>> all = new ArrayList<>();
        for (int k = 0; k <= 16; k++) {
            double t = (k - 8) / 8.0;
            double y = -25 - 92 * (1 - t * t);
            double uy = (y - CENTER[1]) / RADII[1];
            double azimuth = Math.toRadians(80 * t);
            double ring = Math.sqrt(1 - uy * uy);
            all.add(Map.entry("Skin", surface(ring * Math.sin(azimuth), uy, ring * Math.cos(azimuth))));
        }
        double[][] brow = {{-52, 18}, {-44, 24}, {-34, 26}, {-24, 25}, {-14, 21}};
        for (double[] p : brow) {
            all.add(Map.entry("Skin", front(p[0], p[1])));
        }
        for (int i = 4; i >= 0; i--) {
            all.add(Map.entry("Skin", front(-brow[i][0], brow[i][1])));
        }
        for (double y : new double[] {-12, -22, -32, -42}) {
            all.add(Map.entry("Nose", front(0, y)));
        }
        for (double x : new double[] {-11, -6, 0, 6, 11}) {
            all.add(Map.entry("Nose", front(x, -53)));
        }
        double[][] eye = {{-43, 0}, {-36, 8}, {-26, 8}, {-19, 0}, {-26, -8}, {-36, -8}};
        for (double[] p : eye) {
            all.add(Map.entry("Skin", front(p[0], p[1])));
        }
        for (int i : new int[] {3, 2, 1, 0, 5, 4}) {
            all.add(Map.entry("Skin", front(-eye[i][0], eye[i][1])));
        }
        double[][] lips = {
            {-23, -70}, {-14, -66}, {-6, -64}, {0, -64}, {6, -64}, {14, -66}, {23, -70}, {14, -74}, {6, -76}, {0, -76},
            {-6, -76}, {-14, -74}, {-18, -70}, {-7, -70}, {0, -70}, {7, -70}, {18, -70}, {7, -70}, {0, -70}, {-7, -70}
        };
        for (int i = 0; i < lips.length; i++) {
            boolean below = (i >= 7 && i <= 11) || i >= 17;
            all.add(Map.entry(below ? "LowerLip" : "UpperLip", front(lips[i][0], lips[i][1])));
        }
        return all;
    }

    /** The file beside the head. */
    public ObjectNode sidecar() {
        ObjectNode root = JSON.createObjectNode();
        root.put("limner_head", 1).put("licence", "CC0-1.0");
        root.putObject("materials")
                .put("Skin", "skin")
                .put("Nose", "nose")
                .put("UpperLip", "upper_lip")
                .put("LowerLip", "lower_lip")
                .put("Mouth", "mouth_interior")
                .put("Neck", "neck")
                .put("EyeL", "left_eye")
                .put("EyeR", "right_eye");
        ArrayNode points = root.putArray("landmarks");
        for (Map.Entry<String, double[]> landmark : landmarks()) {
            int corner = nearest(shapes.get(landmark.getKey()), landmark.getValue());
            ArrayNode point = points.addArray();
            point.add(landmark.getKey()).add(corner / 3);
            for (int k = 0; k < 3; k++) {
                point.add(k == corner % 3 ? 1.0 : 0.0);
            }
        }
        root.putObject("morphs").put("jawOpen", "JawOpen").put("mouth_smile_left", "SmileLeft");
        return root;
    }

    private static int nearest(Shape shape, double[] wanted) {
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < shape.points.size(); i++) {
            double[] p = shape.points.get(i);
            double d = Math.pow(p[0] - wanted[0], 2) + Math.pow(p[1] - wanted[1], 2) + Math.pow(p[2] - wanted[2], 2);
            if (d < least) {
                least = d;
                best = i;
            }
        }
        return best;
    }

    /** The JSON of the file and, filled along with it, its binary chunk. */
    public ObjectNode json(ByteBuffer binary) {
        ObjectNode root = JSON.createObjectNode();
        root.putObject("asset").put("version", "2.0");
        root.put("scene", 0);
        root.putArray("scenes").addObject().putArray("nodes").add(0);
        ArrayNode nodes = root.putArray("nodes");
        ObjectNode top = nodes.addObject();
        top.putArray("translation").add(PLACE[0]).add(PLACE[1]).add(PLACE[2]);
        top.putArray("children").add(1);
        nodes.addObject().put("mesh", 0).putArray("scale").add(0.001).add(0.001).add(0.001);
        ObjectNode mesh = root.putArray("meshes").addObject();
        mesh.putObject("extras").putArray("targetNames").add("JawOpen").add("SmileLeft");
        ArrayNode primitives = mesh.putArray("primitives");
        ArrayNode materials = root.putArray("materials");
        ArrayNode accessors = root.putArray("accessors");
        ArrayNode views = root.putArray("bufferViews");
        shapes.forEach((name, shape) -> {
            ObjectNode primitive = primitives.addObject();
            primitive.put("material", materials.size());
            materials.addObject().put("name", name);
            List<double[]> jaw = new ArrayList<>();
            List<double[]> smile = new ArrayList<>();
            for (int i = 0; i < shape.points.size(); i++) {
                boolean face = !name.equals("Neck") && !name.startsWith("Eye") && !name.equals("Mouth");
                jaw.add(face ? jaw(shape.points.get(i), shape.lower.get(i)) : new double[3]);
                smile.add(face ? smile(shape.points.get(i)) : new double[3]);
            }
            primitive.putObject("attributes").put("POSITION", vectors(shape.points, accessors, views, binary));
            ArrayNode targets = primitive.putArray("targets");
            targets.addObject().put("POSITION", vectors(jaw, accessors, views, binary));
            targets.addObject().put("POSITION", vectors(smile, accessors, views, binary));
            views.addObject()
                    .put("buffer", 0)
                    .put("byteOffset", binary.position())
                    .put("byteLength", 4 * shape.corners.size());
            shape.corners.forEach(binary::putInt);
            primitive.put("indices", accessors.size());
            accessors
                    .addObject()
                    .put("bufferView", views.size() - 1)
                    .put("componentType", 5125)
                    .put("count", shape.corners.size())
                    .put("type", "SCALAR");
        });
        root.putArray("buffers").addObject().put("byteLength", binary.position());
        return root;
    }

    /**
     * Gives skin, nose and lips a picture as their base colour, laid on from the front.
     *
     * @param picture JPEG or PNG: {@link #u} and {@link #v} say where on it a point lies
     */
    public void paint(ObjectNode root, ByteBuffer binary, byte[] picture) {
        ArrayNode views = (ArrayNode) root.get("bufferViews");
        views.addObject().put("buffer", 0).put("byteOffset", binary.position()).put("byteLength", picture.length);
        binary.put(picture).position((binary.position() + 3) / 4 * 4);
        root.putArray("images").addObject().put("bufferView", views.size() - 1).put("mimeType", "image/png");
        root.putArray("textures").addObject().put("source", 0);
        int number = 0;
        for (Map.Entry<String, Shape> shape : shapes.entrySet()) {
            if (List.of("Skin", "Nose", "UpperLip", "LowerLip").contains(shape.getKey())) {
                List<double[]> points = shape.getValue().points;
                views.addObject()
                        .put("buffer", 0)
                        .put("byteOffset", binary.position())
                        .put("byteLength", 8 * points.size());
                points.forEach(p -> binary.putFloat((float) u(p[0])).putFloat((float) v(p[1])));
                ArrayNode accessors = (ArrayNode) root.get("accessors");
                accessors
                        .addObject()
                        .put("bufferView", views.size() - 1)
                        .put("componentType", 5126)
                        .put("count", points.size())
                        .put("type", "VEC2");
                ((ObjectNode) root.at("/meshes/0/primitives/" + number + "/attributes"))
                        .put("TEXCOORD_0", accessors.size() - 1);
                ((ObjectNode) root.get("materials").get(number))
                        .putObject("pbrMetallicRoughness")
                        .putObject("baseColorTexture")
                        .put("index", 0);
            }
            number++;
        }
        ((ObjectNode) root.get("buffers").get(0)).put("byteLength", binary.position());
    }

    /** Where on its picture a point of the head lies: 0 at the left edge, 1 at the right. */
    public static double u(double x) {
        return 0.5 + x / 200;
    }

    /** 0 at the upper edge, 1 at the lower. */
    public static double v(double y) {
        return 0.5 - (y + 35) / 250;
    }

    private static int vectors(List<double[]> points, ArrayNode accessors, ArrayNode views, ByteBuffer binary) {
        views.addObject().put("buffer", 0).put("byteOffset", binary.position()).put("byteLength", 12 * points.size());
        points.forEach(p -> binary.putFloat((float) p[0]).putFloat((float) p[1]).putFloat((float) p[2]));
        accessors
                .addObject()
                .put("bufferView", views.size() - 1)
                .put("componentType", 5126)
                .put("count", points.size())
                .put("type", "VEC3");
        return accessors.size() - 1;
    }

    /** Room for the binary chunk. */
    public static ByteBuffer room() {
        return ByteBuffer.allocate(64 << 20).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The head as GLB. */
    public byte[] glb() {
        ByteBuffer binary = room();
        ObjectNode json = json(binary);
        return glb(json, binary);
    }

    /** A GLB file. */
    public static byte[] glb(ObjectNode json, ByteBuffer binary) {
        byte[] text = json.toString().getBytes(StandardCharsets.UTF_8);
        int padded = (text.length + 3) / 4 * 4;
        ByteBuffer out = ByteBuffer.allocate(28 + padded + binary.position()).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0x46546c67).putInt(2).putInt(out.capacity());
        out.putInt(padded).putInt(0x4e4f534a).put(text);
        while (out.position() < 20 + padded) {
            out.put((byte) ' ');
        }
        out.putInt(binary.position()).putInt(0x004e4942).put(binary.duplicate().flip());
        return out.array();
    }

    /** The bytes of a JSON file. */
    public static byte[] bytes(ObjectNode json) throws IOException {
        return JSON.writeValueAsBytes(json);
    }
}
