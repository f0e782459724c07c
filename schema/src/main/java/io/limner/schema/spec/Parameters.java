package io.limner.schema.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The catalogue: every parameter that a spec can set, in the order in which people read them. */
public final class Parameters {
    private static final Map<String, Parameter> BY_NAME = catalogue();

    private Parameters() {}

    /** All parameters. */
    public static List<Parameter> all() {
        return List.copyOf(BY_NAME.values());
    }

    /** All names, in the same order. */
    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /** Whether there is a parameter of this name. */
    public static boolean exists(String name) {
        return BY_NAME.containsKey(name);
    }

    /**
     * The parameter of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Parameter named(String name) {
        Parameter parameter = BY_NAME.get(name);
        if (parameter == null) {
            throw new IllegalArgumentException("There is no parameter '" + name + "'" + Nearest.hint(name, names()));
        }
        return parameter;
    }

    private static Map<String, Parameter> catalogue() {
        List<Parameter> all = new ArrayList<>();
        all.addAll(SubjectParameters.subject());
        all.addAll(SubjectParameters.makeup());
        all.addAll(SubjectParameters.hair());
        all.addAll(SubjectParameters.expression());
        all.addAll(SubjectParameters.movements());
        all.addAll(SubjectParameters.pose());
        all.addAll(WearParameters.all());
        all.addAll(AccessoryParameters.all());
        all.addAll(PictureParameters.light());
        all.addAll(CameraParameters.lens());
        all.addAll(CameraParameters.place());
        all.addAll(CameraParameters.background());
        all.addAll(CameraParameters.capture());
        Map<String, Parameter> byName = new LinkedHashMap<>();
        all.forEach(parameter -> byName.put(parameter.name(), parameter));
        return Collections.unmodifiableMap(byName);
    }
}
