#ifndef CRSVG_SHIM_H
#define CRSVG_SHIM_H
#include <librsvg/rsvg.h>
// GObject's own macros and casts do not come through; one typed inline shim for each that is needed.
static inline void crsvg_free(RsvgHandle *handle) {
    g_object_unref(handle);
}
#endif
