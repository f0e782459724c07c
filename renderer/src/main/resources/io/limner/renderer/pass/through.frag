// Notes the group of every surface on the ray through a pixel's centre, whatever covers it. Drawn over the grid of samples without
// a depth test, so that rays and surfaces are those of the visibility pass.
#include frame.glsl
layout(binding = CORNERS) uniform usamplerBuffer corners; // w segmentation class
layout(std430, binding = COLORS) buffer Groups { uint groups[]; };
layout(location = FIRST_ID) uniform int firstId; // material << 28 | the first triangle
const uint BITS[CLASSES] = uint[](
    uint(BIT_0), uint(BIT_1), uint(BIT_2), uint(BIT_3), uint(BIT_4), uint(BIT_5), uint(BIT_6), uint(BIT_7),
    uint(BIT_8), uint(BIT_9), uint(BIT_10), uint(BIT_11), uint(BIT_12), uint(BIT_13), uint(BIT_14), uint(BIT_15),
    uint(BIT_16), uint(BIT_17), uint(BIT_18), uint(BIT_19), uint(BIT_20), uint(BIT_21), uint(BIT_22));
#ifdef STRANDS
#include hairs.glsl
in vec3 strand;
flat in float reach;
flat in float count;
#endif

void main() {
#ifdef STRANDS
    if (gap(strand, reach, count)) {
        return;
    }
#endif
    // The last sample of a block of 2 x 2 is the pixel's centre.
    ivec2 at = ivec2(gl_FragCoord.xy);
    ivec2 pixel = at / 2;
    if ((at.x & at.y & 1) == 0 || any(greaterThanEqual(pixel, ivec2(imageSize.xy)))) {
        return;
    }
    uint triangle = uint(firstId + gl_PrimitiveID) & 0xfffffffu;
    atomicOr(groups[pixel.y * int(imageSize.x) + pixel.x], BITS[texelFetch(corners, int(triangle)).w]);
}
