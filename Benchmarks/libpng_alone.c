/* What libpng alone needs to write given pixels.

   usage: libpng_alone PICTURE.png                         tries levels 1 to 3 with every filter, prints ms a setting
          libpng_alone PICTURE.png RAW                     writes the picture's pixels to RAW, after width and height
          libpng_alone RAW OUTPUT.png LEVEL FILTER         one whole process: reads RAW, writes OUTPUT.png
          libpng_alone all OUTPUT.png LEVEL FILTER PICTURE.png…
                                                           writes each to OUTPUT.png, prints the processor's ms a picture */
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct {
    png_uint_32 width, height;
    png_bytep pixels;
} picture;

static void fail(const char *what) {
    fprintf(stderr, "libpng_alone: %s\n", what);
    exit(1);
}

static picture read_png(const char *path) {
    png_image image = {.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_file(&image, path)) fail(image.message);
    image.format = PNG_FORMAT_RGB;
    picture result = {image.width, image.height, malloc(PNG_IMAGE_SIZE(image))};
    if (!result.pixels || !png_image_finish_read(&image, NULL, result.pixels, 0, NULL)) fail("cannot decode");
    return result;
}

static picture read_raw(const char *path) {
    picture result;
    FILE *file = fopen(path, "rb");
    if (!file || fread(&result, sizeof(png_uint_32), 2, file) != 2) fail("cannot read");
    size_t size = (size_t)result.width * result.height * 3;
    result.pixels = malloc(size);
    if (!result.pixels || fread(result.pixels, 1, size, file) != size) fail("cannot read the pixels");
    fclose(file);
    return result;
}

static void write_raw(picture source, const char *path) {
    FILE *file = fopen(path, "wb");
    size_t size = (size_t)source.width * source.height * 3;
    if (!file || fwrite(&source, sizeof(png_uint_32), 2, file) != 2 || fwrite(source.pixels, 1, size, file) != size ||
        fclose(file))
        fail("cannot write");
}

static void write_png(picture source, FILE *file, int level, int filter) {
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    if (!info || setjmp(png_jmpbuf(png))) fail("libpng failed");
    png_init_io(png, file);
    png_set_IHDR(png, info, source.width, source.height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_compression_level(png, level);
    png_set_filter(png, 0, filter);
    png_write_info(png, info);
    for (png_uint_32 y = 0; y < source.height; y++) png_write_row(png, source.pixels + (size_t)y * source.width * 3);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
}

static double milliseconds(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static void try_all(picture source) {
    static const struct {
        const char *name;
        int filter;
    } filters[] = {{"none", PNG_FILTER_NONE}, {"sub", PNG_FILTER_SUB},     {"up", PNG_FILTER_UP},
                   {"avg", PNG_FILTER_AVG},   {"paeth", PNG_FILTER_PAETH}, {"all", PNG_ALL_FILTERS}};
    for (int level = 1; level <= 3; level++) {
        for (size_t f = 0; f < sizeof filters / sizeof *filters; f++) {
            double best = 1e9;
            long size = 0;
            for (int round = 0; round < 7; round++) {
                FILE *file = tmpfile();
                if (!file) fail("no temporary file");
                double begin = milliseconds(CLOCK_MONOTONIC);
                write_png(source, file, level, filters[f].filter);
                double taken = milliseconds(CLOCK_MONOTONIC) - begin;
                if (taken < best) best = taken;
                size = ftell(file);
                fclose(file);
            }
            printf("%d %s %d %.3f %ld\n", level, filters[f].name, filters[f].filter, best, size);
        }
    }
}

static double write_all(char **paths, int count, const char *output, int level, int filter) {
    double taken = 0;
    for (int index = 0; index < count; index++) {
        picture source = read_png(paths[index]);
        double begin = milliseconds(CLOCK_PROCESS_CPUTIME_ID);
        FILE *file = fopen(output, "wb");
        if (!file) fail("cannot write");
        write_png(source, file, level, filter);
        fclose(file);
        taken += milliseconds(CLOCK_PROCESS_CPUTIME_ID) - begin;
        free(source.pixels);
    }
    return taken / count;
}

int main(int count, char **arguments) {
    if (count > 5 && strcmp(arguments[1], "all") == 0) {
        printf("%.3f\n", write_all(arguments + 5, count - 5, arguments[2], atoi(arguments[3]), atoi(arguments[4])));
    } else if (count == 2) {
        try_all(read_png(arguments[1]));
    } else if (count == 3) {
        write_raw(read_png(arguments[1]), arguments[2]);
    } else if (count == 5) {
        FILE *file = fopen(arguments[2], "wb");
        if (!file) fail("cannot write");
        write_png(read_raw(arguments[1]), file, atoi(arguments[3]), atoi(arguments[4]));
        fclose(file);
    } else {
        fail("see the comment at the top for the usage");
    }
    return 0;
}
