package io.limner.renderer.gltf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.ThreadMXBean;
import io.limner.renderer.asset.AssetException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Whatever a file of a head says: a head or a fault that names the place, in bounded time and memory. The same files at each run; more of them
 * with {@code -Djqwik.tries.default=1000000}.
 */
class GltfFuzzTest {
    private static final String SEED = "20261122";
    private static final Duration NEVER = Duration.ofMinutes(1);
    private static final long MOST_BYTES = 1_000_000_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ConformanceHead HEAD = new ConformanceHead(12);
    private static final byte[] GOOD = HEAD.glb();

    /** JSON that takes the place of other JSON. */
    private static final List<String> VALUES = List.of(
            "0",
            "1",
            "-1",
            "2",
            "3",
            "7",
            "255",
            "65535",
            "2147483647",
            "2147483648",
            "4294967295",
            "9007199254740993",
            "1e300",
            "-1e300",
            "1e-300",
            "0.5",
            "5121",
            "5123",
            "5125",
            "5126",
            "null",
            "true",
            "\"\"",
            "\"VEC3\"",
            "\"SCALAR\"",
            "\"data:;base64,AAAA\"",
            "\"../x.bin\"",
            "[]",
            "{}",
            "[0]",
            "[0,0,0]",
            "[1e9,0,0]",
            "[0,0,0,0]",
            "[[[[]]]]",
            "{\"count\":1}",
            "{\"bufferView\":0}",
            "\"Skin\"",
            "\"skin\"",
            "\"left_eye\"");

    /**
     * A change of one of the two files.
     *
     * @param beside of the file beside the head, not the head's own JSON
     * @param at which of all values, 0 to 1
     * @param what is done with it: 0 replaced, 1 removed, 2 said twice, 3 moved to where another is
     * @param value what takes its place
     */
    private record Edit(boolean beside, double at, int what, String value) {}

    @Provide
    Arbitrary<List<Edit>> edits() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3).map(one -> one == 0),
                        Arbitraries.integers().between(0, 9999).map(share -> share / 1e4),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(VALUES))
                .as(Edit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    /** A place in a tree: the container, and the key or the index in it. */
    private record Place(JsonNode container, String key, int index) {
        JsonNode value() {
            return key == null ? container.get(index) : container.get(key);
        }

        void set(JsonNode value) {
            if (key == null) {
                ((ArrayNode) container).set(index, value);
            } else {
                ((ObjectNode) container).set(key, value);
            }
        }

        void remove() {
            if (key == null) {
                ((ArrayNode) container).remove(index);
            } else {
                ((ObjectNode) container).remove(key);
            }
        }
    }

    private static void collect(JsonNode node, List<Place> places) {
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            places.add(new Place(node, null, i));
            collect(node.get(i), places);
        }
        for (Iterator<String> keys = node.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            places.add(new Place(node, key, 0));
            collect(node.get(key), places);
        }
    }

    private static void edit(ObjectNode root, Edit edit) throws IOException {
        List<Place> places = new ArrayList<>();
        collect(root, places);
        if (places.isEmpty()) {
            return;
        }
        Place place = places.get((int) (edit.at * places.size()));
        switch (edit.what) {
            case 0 -> place.set(JSON.readTree(edit.value));
            case 1 -> place.remove();
            case 2 -> {
                if (place.container instanceof ArrayNode list) {
                    list.add(place.value().deepCopy());
                } else {
                    ((ObjectNode) place.container).set("twice", place.value().deepCopy());
                }
            }
            default ->
                place.set(places.get((int) (edit.at * 7919 % 1 * places.size()))
                        .value()
                        .deepCopy());
        }
    }

    @Property(seed = SEED, shrinking = ShrinkingMode.BOUNDED)
    void aSpoiltHead(@ForAll("edits") List<Edit> edits) throws IOException {
        ByteBuffer binary = ByteBuffer.allocate(4 << 20).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        ObjectNode model = HEAD.json(binary);
        ObjectNode beside = HEAD.sidecar();
        for (Edit edit : edits) {
            edit(edit.beside ? beside : model, edit);
        }
        check(ConformanceHead.glb(model, binary), ConformanceHead.bytes(beside));
    }

    @Property(seed = SEED)
    void spoiltBytes(@ForAll byte[] noise, @ForAll("fractions") double at, @ForAll("fractions") double cut)
            throws IOException {
        byte[] model = GOOD.clone();
        // Mostly among the first kilobytes: the container and its JSON.
        int from = (int) (at * at * at * model.length);
        System.arraycopy(noise, 0, model, from, Math.min(noise.length, model.length - from));
        byte[] shorter = cut < 0.2 ? java.util.Arrays.copyOf(model, (int) (cut * 5 * model.length)) : model;
        check(shorter, ConformanceHead.bytes(HEAD.sidecar()));
        check(GOOD, noise);
    }

    @Provide
    Arbitrary<Double> fractions() {
        return Arbitraries.integers().between(0, 9999).map(share -> share / 1e4);
    }

    @Example
    void theGoodOneIsReadAsFarAsItsCoarseFaceGoes() throws IOException {
        assertThat(outcome(HEAD.glb(), ConformanceHead.bytes(HEAD.sidecar()))).doesNotContain("JSON", "buffer");
    }

    private static String outcome(byte[] model, byte[] beside) throws IOException {
        try {
            return GltfHead.read("own.glb", model, beside).source().licence();
        } catch (AssetException fault) {
            return fault.getMessage();
        }
    }

    private static void check(byte[] model, byte[] beside) {
        assertTimeoutPreemptively(NEVER, () -> {
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadAllocatedBytes();
            // The reader's last resort, for what nobody foresaw: here it counts as a fault of the reader.
            assertThat(outcome(model, beside)).doesNotContain("cannot be made a head");
            assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_BYTES);
        });
    }
}
