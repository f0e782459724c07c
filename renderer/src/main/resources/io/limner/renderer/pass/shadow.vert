#include frame.glsl
layout(location = 0) in vec3 position;

void main() {
    vec4 p = toShadow * vec4(position, 1.0);
    gl_Position = vec4(2.0 * p.xyz - 1.0, 1.0);
}
