package io.limner.schema.spec;

import java.util.IdentityHashMap;

/** Where each thing that was read stood, so that what is found wrong later still has its line. */
final class Written {
    private final IdentityHashMap<Object, Place> places = new IdentityHashMap<>();
    private final Place otherwise;

    /** A key and what was written there. */
    record Place(SpecNode node, String key) {}

    /** Things that stood nowhere, such as defaults, are placed at {@code root}. */
    Written(SpecNode root) {
        this.otherwise = new Place(root, "");
    }

    /** Notes where {@code thing} stood, and returns it. */
    <T> T at(T thing, SpecNode node, String key) {
        places.put(thing, new Place(node, key));
        return thing;
    }

    Place of(Object thing) {
        return places.getOrDefault(thing, otherwise);
    }
}
