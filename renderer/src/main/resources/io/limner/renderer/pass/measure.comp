// How many work groups each list needs.
#include work.glsl
layout(local_size_x = MATERIALS) in;

void main() {
    lists[gl_LocalInvocationID.x].groups = (lists[gl_LocalInvocationID.x].count + 63u) / 64u;
}
