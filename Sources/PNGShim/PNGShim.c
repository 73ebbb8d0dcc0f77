#include "PNGShim.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

struct PNGStream {
    png_structp png;
    png_infop info;
    size_t row_bytes;
    uint32_t rows_left;
    uint8_t *bytes;
    size_t count;
    size_t capacity;
    char message[160];
};

static void set_message(PNGStream *stream, const char *message) {
    strncpy(stream->message, message, sizeof stream->message - 1);
}

static void on_error(png_structp png, png_const_charp message) {
    set_message(png_get_error_ptr(png), message);
    longjmp(png_jmpbuf(png), 1);
}

static void on_warning(png_structp png, png_const_charp message) {
    (void)png;
    (void)message;
}

static void append(png_structp png, png_bytep data, size_t length) {
    PNGStream *stream = png_get_io_ptr(png);
    if (length > SIZE_MAX / 2 - stream->count) png_error(png, "the image is too large");
    size_t needed = stream->count + length;
    if (needed > stream->capacity) {
        size_t capacity = stream->capacity < needed / 2 ? needed : stream->capacity * 2;
        if (capacity < 65536) capacity = 65536;
        uint8_t *bytes = realloc(stream->bytes, capacity);
        if (bytes == NULL) png_error(png, "out of memory");
        stream->bytes = bytes;
        stream->capacity = capacity;
    }
    memcpy(stream->bytes + stream->count, data, length);
    stream->count = needed;
}

static void flush(png_structp png) {
    (void)png;
}

PNGStream *png_stream_create(void) {
    return calloc(1, sizeof(PNGStream));
}

bool png_stream_begin(PNGStream *stream, PNGHeader header, PNGCompression compression) {
    if (stream->png != NULL) {
        set_message(stream, "the image has begun already");
        return false;
    }
    stream->png = png_create_write_struct(PNG_LIBPNG_VER_STRING, stream, on_error, on_warning);
    if (stream->png == NULL) {
        if (stream->message[0] == 0) set_message(stream, "out of memory");
        return false;
    }
    if (setjmp(png_jmpbuf(stream->png))) return false;

    stream->info = png_create_info_struct(stream->png);
    if (stream->info == NULL) png_error(stream->png, "out of memory");
    png_set_write_fn(stream->png, stream, append, flush);
    png_set_compression_level(stream->png, compression.level);
    png_set_compression_strategy(stream->png, compression.strategy);
    png_set_compression_buffer_size(stream->png, 65536);
    png_set_filter(stream->png, PNG_FILTER_TYPE_BASE, compression.filters);

    int color_type = header.has_alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB;
    png_set_IHDR(stream->png, stream->info, header.width, header.height, 8, color_type, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_BASE, PNG_FILTER_TYPE_BASE);
    png_set_sRGB(stream->png, stream->info, PNG_sRGB_INTENT_RELATIVE);
    if (header.pixels_per_meter != 0) {
        png_set_pHYs(stream->png, stream->info, header.pixels_per_meter, header.pixels_per_meter, PNG_RESOLUTION_METER);
    }
    png_write_info(stream->png, stream->info);
    stream->row_bytes = (size_t)header.width * (header.has_alpha ? 4 : 3);
    stream->rows_left = header.height;
    return true;
}

bool png_stream_write_rows(PNGStream *stream, const uint8_t *rows, uint32_t count) {
    if (count > stream->rows_left) {
        set_message(stream, "more rows than the image has");
        return false;
    }
    if (setjmp(png_jmpbuf(stream->png))) return false;
    for (uint32_t row = 0; row < count; row++) png_write_row(stream->png, rows + row * stream->row_bytes);
    stream->rows_left -= count;
    return true;
}

bool png_stream_end(PNGStream *stream) {
    if (stream->png == NULL || stream->rows_left != 0) {
        set_message(stream, "rows of the image are missing");
        return false;
    }
    if (setjmp(png_jmpbuf(stream->png))) return false;
    png_write_end(stream->png, NULL);
    return true;
}

const uint8_t *png_stream_bytes(const PNGStream *stream, size_t *count) {
    *count = stream->count;
    return stream->bytes;
}

const char *png_stream_message(const PNGStream *stream) {
    return stream->message;
}

void png_stream_destroy(PNGStream *stream) {
    if (stream == NULL) return;
    if (stream->png != NULL) png_destroy_write_struct(&stream->png, stream->info ? &stream->info : NULL);
    free(stream->bytes);
    free(stream);
}
