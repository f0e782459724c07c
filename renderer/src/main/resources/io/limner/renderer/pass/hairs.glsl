// The hairs of a lock. A ribbon of a lock wider than a few hairs is open between them, and they end one after the other.
// Needs frame.glsl.
const float HAIR_SPACING = 0.85; // mm, where a picture is fine enough to show them

// Two numbers spread over [0, 1), of a hair's number and its lock's shade: the golden ratio's multiples, and those of its kin.
vec2 hairChances(float hair, float shade) {
    return fract(hair * vec2(0.6180340, 0.7548777) + shade * vec2(1013.71, 517.37));
}

// How many hairs lie across a ribbon that is twice reach wide (mm) at that distance along the optical axis (mm).
float hairCount(float reach, float depth) {
    float pixel = depth / cameraRight.w;
    return floor(2.0 * reach / max(HAIR_SPACING, 1.3 * pixel) + 0.5);
}

// Place across the ribbon in hairs. strand: along, side (mm), shade.
float hairPlace(vec3 strand, float reach, float count) {
    float wave = 1.6 * strand.x + 13.0 * strand.z;
    float bend = abs(fract(wave) - 0.5);
    return (0.5 + 0.5 * strand.y / max(reach, 1e-3)) * count + bend;
}

bool gap(vec3 strand, float reach, float count) {
    float place = hairPlace(strand, reach, count);
    vec2 chances = hairChances(floor(place), strand.z);
    float end = 1.0 - 0.5 * chances.x * chances.x;
    float left = (end - strand.x) / 0.35;
    float rim = strand.y / reach;
    float full = 0.80 + 0.5 * chances.y - 0.45 * rim * rim * rim * rim;
    return count > 1.5 && abs(fract(place) - 0.5) > 0.5 * full * clamp(left, 0.0, 1.0);
}
