"""Writes the fixtures beside this script and expected.json, which holds their shapes and the bits of their values: of each
array, and of the arrays that most archives hold.

Needs NumPy on a machine with 16-byte long doubles, such as Linux on x86-64. Run it as `python make_fixtures.py`.
"""

import io
import json
import pathlib
import zipfile

import numpy as np

here = pathlib.Path(__file__).parent
expected = {}


def bits(array):
    doubles = np.ascontiguousarray(array, dtype="f8").reshape(-1)
    return [f"{int(word):016x}" for word in doubles.view("u8")]


def entry(array):
    return {"shape": list(np.shape(array)), "bits": bits(array)}


def save(name, array, version=None):
    with open(here / f"{name}.npy", "wb") as file:
        np.lib.format.write_array(file, np.asanyarray(array), version=version, allow_pickle=True)
    return array


def keep(name, array, version=None):
    expected[name] = entry(save(name, array, version))


floats = {
    "f2": [0.0, -0.0, 1.0, -1.5, 65504.0, 6e-8, 6.104e-05, 0.333, np.inf, -np.inf, np.nan, -2.5],
    "f4": [0.0, -0.0, 1.0, -1.5, 3.4e38, 1e-45, 0.1, 1 / 3, np.inf, -np.inf, np.nan, -2.5],
    "f8": [0.0, -0.0, 1.0, -1.5, 1.7e308, 5e-324, 0.1, 1 / 3, np.inf, -np.inf, np.nan, -2.5],
}
for order, word in (("<", "little"), (">", "big")):
    for dtype, values in floats.items():
        keep(f"{dtype}-{word}", np.array(values, dtype=order + dtype).reshape(3, 4))
    for dtype in ("i2", "i4", "i8", "u2", "u4", "u8"):
        limits = np.iinfo(dtype)
        values = [limits.min, limits.max, 0, 1, limits.max // 3, limits.min // 3]
        keep(f"{dtype}-{word}", np.array(values, dtype=order + dtype))
keep("i1", np.array([-128, 127, 0, -1], dtype="i1"))
keep("u1", np.array([0, 255, 127, 128], dtype="u1"))
keep("b1", np.array([[True, False], [False, True]]))

grid = np.arange(24, dtype="f8").reshape(2, 3, 4) / 7
keep("fortran-2", np.asfortranarray(grid[0]))
keep("fortran-3", np.asfortranarray(grid))
keep("fortran-big", np.asfortranarray(grid.astype(">f4")))
keep("fortran-bytes", np.asfortranarray(np.arange(30, dtype="u1").reshape(5, 6)))
keep("scalar", np.float64(2.5))
keep("one", np.array([7.0]))
keep("empty", np.zeros(0))
keep("empty-3", np.zeros((3, 0, 5)))
keep("empty-fortran", np.zeros((3, 0), order="F"))
keep("rank-8", np.arange(4.0).reshape(1, 2, 1, 1, 2, 1, 1, 1))
keep("version-1", grid, (1, 0))
keep("version-2", grid, (2, 0))
keep("version-3", grid, (3, 0))

save("object", np.array([1, "two", None], dtype=object))
save("structured", np.array([(1, 2.0)], dtype=[("step", "i4"), ("loss", "f8")]))
save("structured-utf8", np.array([(1,)], dtype=[("größe", "i4")]))
save("text", np.array(["one", "two"]))
save("byte-text", np.array([b"one", b"two"]))
save("complex", np.array([1 + 2j]))
save("dates", np.array(["2024-01-01"], dtype="M8[D]"))
save("durations", np.array([5], dtype="m8[s]"))
save("raw", np.array([b"abc"], dtype="V3"))
save("long-double", np.array([1.0], dtype="f16"))

arrays = {
    "loss": np.outer(np.linspace(-1, 1, 9), np.linspace(0, 2, 7)),
    "x": np.linspace(0, 2, 7, dtype="f4"),
    "steps": np.arange(300, dtype="i4"),
    "nested/größe": np.asfortranarray(grid[0]),
    "empty": np.zeros((0, 2)),
    "scalar": np.float64(0.5),
}


class Pipe(io.RawIOBase):
    """A file that cannot seek, so that sizes follow the data."""

    def __init__(self):
        self.content = bytearray()

    def writable(self):
        return True

    def write(self, data):
        self.content += data
        return len(data)


np.savez(here / "stored.npz", **arrays)
np.savez_compressed(here / "deflated.npz", **arrays)
for name, write in (("streamed", np.savez), ("streamed-deflated", np.savez_compressed)):
    pipe = Pipe()
    write(pipe, **arrays)
    (here / f"{name}.npz").write_bytes(pipe.content)
zipfile.ZIP64_LIMIT, limit = 10, zipfile.ZIP64_LIMIT
np.savez_compressed(here / "zip64.npz", **arrays)
zipfile.ZIP64_LIMIT = limit
with zipfile.ZipFile(here / "others.npz", "w") as archive:
    archive.comment = b"made by hand"
    archive.writestr("readme.txt", "not an array")
    archive.writestr("folder/", "")
    for key, array in arrays.items():
        buffer = io.BytesIO()
        np.save(buffer, array)
        archive.writestr(key + ".npy", buffer.getvalue())

np.savez(here / "objects.npz", good=np.arange(3.0), bad=np.array([None]))
with zipfile.ZipFile(here / "lzma.npz", "w", zipfile.ZIP_LZMA) as archive:
    archive.write(here / "one.npy", "one.npy")
with zipfile.ZipFile(here / "none.npz", "w") as archive:
    archive.writestr("readme.txt", "nothing here")

archive_of_all = {key: entry(array) for key, array in arrays.items()}
text = json.dumps({"arrays": expected, "archive": archive_of_all}, sort_keys=True, separators=(",", ":"))
(here / "expected.json").write_text(text.replace("},", "},\n") + "\n")
