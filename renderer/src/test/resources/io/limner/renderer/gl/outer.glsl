int before;
#include inner.glsl
int after;
