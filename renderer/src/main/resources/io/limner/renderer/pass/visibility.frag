layout(location = FIRST_ID) uniform int firstId; // material << 28 | the first triangle
layout(location = 0) out uint id;

void main() {
    id = uint(firstId + gl_PrimitiveID);
}
