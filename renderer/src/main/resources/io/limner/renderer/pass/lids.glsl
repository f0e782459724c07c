// Where a point lies between the lids of its eye: EyeOpening.java has the curves. Needs frame.glsl.
struct LidPlace {
    float across; // -1 to 1 from corner to corner
    float above;  // the upper margin, mm; below it less than 0
    float below;  // the lower margin, mm; above it less than 0
};

LidPlace lidPlace(vec3 fromCenter, int side) {
    vec4 lids = eyeLids[side];
    float corners = eyeAxis[side].w;
    float y = dot(fromCenter, headUp.xyz);
    LidPlace place;
    place.across = (dot(fromCenter, headAcross.xyz) - lids.x) / lids.y;
    float arch = max(1.0 - place.across * place.across, -0.4);
    place.above = y - mix(corners, lids.z, arch);
    place.below = mix(corners, lids.w, arch) - y;
    return place;
}
