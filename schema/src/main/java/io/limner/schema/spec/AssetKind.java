package io.limner.schema.spec;

import java.util.List;
import java.util.Locale;

/** Kinds of files of the user's that a spec can name. */
public enum AssetKind {
    /** Heads: glTF 2.0, each with the file beside it that says what is where on it. */
    HEADS("subject.head", List.of(".glb", ".gltf")),
    /** Surroundings that light the subject: Radiance RGBE pictures, twice as wide as high. */
    ENVIRONMENTS("light.environment", List.of(".hdr")),
    /** Pictures to be seen behind the subject. */
    BACKGROUNDS("background.style", List.of(".jpg", ".jpeg", ".png"));

    /** The value of {@link #parameter()} that takes a file of this kind. */
    public static final String USER = "user";

    /** What the name of the file beside a head ends with, in the place of .glb or .gltf. */
    public static final String SIDECAR = ".head.json";

    private final String parameter;
    private final List<String> endings;

    AssetKind(String parameter, List<String> endings) {
        this.parameter = parameter;
        this.endings = endings;
    }

    /** Its key below {@code assets}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The parameter whose value {@value #USER} takes a file of this kind. */
    public String parameter() {
        return parameter;
    }

    /** What names of such files end with, lower case. */
    public List<String> endings() {
        return endings;
    }

    /** The name of the file beside a head of that name. */
    public static String beside(String head) {
        int dot = head.lastIndexOf('.');
        return (dot > head.lastIndexOf('/') ? head.substring(0, dot) : head) + SIDECAR;
    }

    /** Whether a file of that name is one beside a head. */
    public static boolean isBeside(String file) {
        return file.endsWith(SIDECAR);
    }

    /** Whether a file of that name is of this kind. */
    public boolean named(String file) {
        String lower = file.toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(lower::endsWith);
    }
}
