layout(location = FIRST_ID) uniform int firstId; // material << 28 | the first triangle
layout(location = 0) out uint id;
#ifdef STRANDS
#include frame.glsl
#include hairs.glsl
in vec3 strand;
flat in float reach;
flat in float count;
#endif

void main() {
#ifdef STRANDS
    if (gap(strand, reach, count)) {
        discard;
    }
#endif
    id = uint(firstId + gl_PrimitiveID);
}
