#ifndef PNG_SHIM_H
#define PNG_SHIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A PNG that is being written to memory. libpng reports errors by `longjmp`, which must not cross frames of another
/// language; here they end in a status and a message.
typedef struct PNGStream PNGStream;

/// How image data is compressed.
typedef struct {
    /// zlib's level, 0...9.
    int level;
    /// zlib's strategy, one of `Z_DEFAULT_STRATEGY`, `Z_FILTERED`, `Z_HUFFMAN_ONLY`, `Z_RLE` and `Z_FIXED` (0...4).
    int strategy;
    /// libpng's set of row filters, of `PNG_FILTER_NONE`, `_SUB`, `_UP`, `_AVG` and `_PAETH` (8, 16, 32, 64, 128).
    int filters;
} PNGCompression;

/// What the header says.
typedef struct {
    uint32_t width;
    uint32_t height;
    /// Four bytes a pixel instead of three.
    bool has_alpha;
    /// Written as pHYs, unless 0.
    uint32_t pixels_per_meter;
} PNGHeader;

/// A stream without content; null where there is no memory.
PNGStream *png_stream_create(void);

/// Writes all that comes before the image data: 8-bit samples, sRGB with relative colorimetric intent, pHYs.
bool png_stream_begin(PNGStream *stream, PNGHeader header, PNGCompression compression);

/// Writes the next rows, which lie one behind the other without padding.
bool png_stream_write_rows(PNGStream *stream, const uint8_t *rows, uint32_t count);

/// Writes the end, after all rows.
bool png_stream_end(PNGStream *stream);

/// The bytes written so far, owned by the stream.
const uint8_t *png_stream_bytes(const PNGStream *stream, size_t *count);

/// What went wrong in the call that returned false.
const char *png_stream_message(const PNGStream *stream);

/// Frees everything; null is allowed.
void png_stream_destroy(PNGStream *stream);

#endif
