layout(location = FIRST_TRIANGLE) uniform int firstTriangle;
layout(location = 0) out uint id;

void main() {
    id = uint(firstTriangle + gl_PrimitiveID) + 1u;
}
