#ifndef CMALLOC_SHIM_H
#define CMALLOC_SHIM_H
#include <malloc.h>
// Swift's Glibc module leaves this header out.
static inline int cmalloc_limit_arenas(int count) {
    return mallopt(M_ARENA_MAX, count);
}
static inline int cmalloc_trim(void) {
    return malloc_trim(0);
}
#endif
