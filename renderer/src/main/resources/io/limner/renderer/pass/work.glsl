// Work of the shading passes, sorted by material so that neighbours in a list take the same way through a program. (A processor that
// draws in software runs both sides of every branch; one pass over all materials cost twenty times as much there.)
// An item is (triangle, place): bits 0-13 and 14-27 of the place are the column and row of a block of 2 x 2 samples, bits 28-31 say
// which of them, row by row, show this surface.
struct WorkList {
    uint groups; // of 64 items: the three numbers of an indirect dispatch
    uint one1;
    uint one2;
    uint count;
    uint start; // of the list's items
    uint spare1;
    uint spare2;
    uint spare3;
};
layout(std430, binding = LISTS) buffer Lists { WorkList lists[MATERIALS]; };
