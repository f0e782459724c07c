#include circle.glsl
