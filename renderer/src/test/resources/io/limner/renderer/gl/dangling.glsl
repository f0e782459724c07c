#include absent.glsl
