/// Files that are no arrays, and arrays with something wrong.
extension Hostile {
    static let kinds: [Hostile] = [
        Hostile("nothing", "a.npy", [], "the file is empty"),
        Hostile(
            "no suffix", "folder.npy/a", [0x93],
            "the file's name has no suffix | data files end in .npy, .npz, .csv or .tsv"),
        Hostile(
            "an unknown suffix", "a.dat", Array("1,2\n".utf8),
            "the suffix '.dat' is unknown | data files end in .npy, .npz, .csv or .tsv"),
        Hostile(
            "a known file with an unknown suffix", "a.dat", npy(arrayHeader("(1,)")),
            "the suffix '.dat' is unknown; the content looks like a NumPy array (.npy) | rename it to end in .npy"),
        Hostile(
            "HDF5", "weights.h5", [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0],
            "the suffix '.h5' is unknown; the content looks like an HDF5 file | read it with h5py and save the numbers with np.save or np.savez"
        ),
        Hostile(
            "a pickle", "a.pkl", [0x80, 0x04, 0x95, 0x00],
            "the suffix '.pkl' is unknown; the content looks like a Python pickle | load it in Python and save the numbers with np.save or np.savez"
        ),
        Hostile(
            "a pickle named .npy", "a.npy", [0x80, 0x04, 0x95, 0x00],
            "the file is named .npy, but its content looks like a Python pickle | load it in Python and save the numbers with np.save or np.savez"
        ),
        Hostile(
            "an archive named .npy", "a.npy", zip([Member("x.npy", [])]),
            "the file is named .npy, but its content looks like a NumPy archive (.npz) | rename it to end in .npz"),
        Hostile(
            "an array named .npz", "a.npz", npy(arrayHeader("(1,)")),
            "the file is named .npz, but its content looks like a NumPy array (.npy) | rename it to end in .npy"),
        Hostile(
            "text named .npz", "a.npz", Array("x,y\n1,2\n".utf8),
            "the file is named .npz, but its content looks like text | rename it to end in .csv if it is a table"),
        Hostile(
            "text named .npy", "a.npy", Array("x,y\n1,2\n".utf8),
            "the file is named .npy, but its content looks like text | rename it to end in .csv if it is a table"),
        Hostile(
            "a workbook named .csv", "a.csv", zip([Member("[Content_Types].xml", [])]),
            "the file is named .csv, but its content looks like an Excel workbook | export the sheet as CSV"),
        Hostile(
            "an old workbook", "a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
            "the suffix '.xls' is unknown; the content looks like an Excel workbook | export the sheet as CSV"),
        Hostile(
            "a PyTorch file named .npz", "a.npz", zip([Member("archive/data.pkl", [])]),
            "the file is named .npz, but its content looks like a PyTorch file | load it in Python and save the numbers with np.save or np.savez"
        ),
        Hostile(
            "a page named .csv", "a.csv", Array("<!DOCTYPE html>\n".utf8),
            "the file is named .csv, but its content looks like an HTML page | download the file itself, not the page about it"
        ),
        Hostile(
            "a pointer named .npz", "a.npz", Array("version https://git-lfs.github.com/spec/v1\n".utf8),
            "the file is named .npz, but its content looks like a Git LFS pointer | fetch the file itself with 'git lfs pull'"
        ),
        Hostile(
            "Parquet", "a.parquet", Array("PAR1....PAR1".utf8),
            "the suffix '.parquet' is unknown; the content looks like a Parquet file | read it with pandas and save it with to_csv"
        ),
        Hostile(
            "JSON named .csv", "a.csv", Array("{\"x\": 1}\n".utf8),
            "the file is named .csv, but its content looks like JSON text | save the numbers as CSV or with np.save"),
        Hostile(
            "UTF-16 named .csv", "a.csv", [0xFF, 0xFE, 0x31, 0x00],
            "the file is named .csv, but its content looks like UTF-16 text | save it as UTF-8"),
        Hostile(
            "gzip named .npy", "a.npy", [0x1F, 0x8B, 8, 0],
            "the file is named .npy, but its content looks like a gzip file | unpack it first"),
        Hostile(
            "noise named .npy", "a.npy", [1, 2, 3, 4, 5, 6, 7, 8],
            "the content is not that of a .npy file | save or copy the file again"),
    ]

    private static func headed(_ title: String, _ header: String, _ words: String) -> Hostile {
        Hostile(title, "a.npy", npy(header), words)
    }

    static let headers: [Hostile] = [
        Hostile(
            "only the magic", "a.npy", Array(npy("").prefix(6)),
            "the data ends inside the .npy header | save or copy the file again"),
        Hostile(
            "no length", "a.npy", Array(npy("").prefix(8)),
            "the data ends inside the .npy header | save or copy the file again"),
        Hostile(
            "version 4", "a.npy", npy(arrayHeader("(1,)"), version: [4, 0]),
            "the .npy format version 4.0 is unknown; 1.0, 2.0 and 3.0 are read | save the array with a released NumPy"),
        Hostile(
            "version 1.1", "a.npy", npy(arrayHeader("(1,)"), version: [1, 1]),
            "the .npy format version 1.1 is unknown; 1.0, 2.0 and 3.0 are read | save the array with a released NumPy"),
        Hostile(
            "a header beyond the file", "a.npy", Array(npy(arrayHeader("(1,)")).dropLast(1)),
            "the data ends inside the .npy header | save or copy the file again"),
        Hostile(
            "a header of 4 GB", "a.npy", Array(npy("").prefix(6)) + [2, 0, 0xFF, 0xFF, 0xFF, 0xFF],
            "the .npy header is 4294967295 bytes long; at most 10000 are read | save the array as plain numbers: array.astype(float)"
        ),
        Hostile(
            "a long header", "a.npy",
            npy(arrayHeader("(1,)") + String(repeating: " ", count: 10_000), version: [2, 0]),
            "the .npy header is 10058 bytes long; at most 10000 are read | save the array as plain numbers: array.astype(float)"
        ),
        headed("an empty header", "", "the .npy header is not a Python dictionary"),
        headed("a list", "['<f8', False, (1,)]", "the .npy header is not a Python dictionary"),
        headed("code", "__import__('os').system('true')", "the .npy header is not a Python dictionary"),
        headed("no keys", "{}", "the .npy header lacks the key 'descr'"),
        headed("no shape", "{'descr': '<f8', 'fortran_order': False}", "the .npy header lacks the key 'shape'"),
        headed("no order", "{'descr': '<f8', 'shape': ()}", "the .npy header lacks the key 'fortran_order'"),
        headed(
            "an unknown key", "{'descr': '<f8', 'fortran_order': False, 'shape': (), 'x': 1}",
            "the .npy header has the unknown key 'x'"),
        headed("a key twice", "{'shape': (1,), 'shape': (2,)}", "the .npy header has the key 'shape' twice"),
        headed("no colon", "{'descr' '<f8'}", "the .npy header is damaged at byte 19: ':' should stand there"),
        headed(
            "no comma", "{'shape': () 'descr': '<f8'}",
            "the .npy header is damaged at byte 23: ',' or '}' should stand there"),
        headed("no end", "{'shape': (),", "the .npy header is damaged at byte 23: a key in quotes should stand there"),
        headed("an open text", "{'shape", "the .npy header has a text without an end, at byte 11"),
        headed(
            "two dictionaries", "{'descr': '<f8', 'fortran_order': False, 'shape': ()} {}",
            "the .npy header has more text behind its dictionary, at byte 64"),
        headed(
            "a number for the order", "{'fortran_order': 0}",
            "the .npy header is damaged at byte 28: True or False should stand there"),
        headed(
            "a list for the shape", arrayHeader("[1, 2]"),
            "the .npy header is damaged at byte 60: a tuple should stand there"),
        headed(
            "a number for the shape", arrayHeader("(3)"),
            "the .npy header is damaged at byte 62: ',' should stand there"),
        headed(
            "an expression in the shape", arrayHeader("(2**20,)"),
            "the .npy header is damaged at byte 62: ',' should stand there"),
        headed(
            "a fraction in the shape", arrayHeader("(1.5,)"),
            "the .npy header is damaged at byte 62: ',' should stand there"),
        headed("a negative length", arrayHeader("(3, -1)"), "the shape has a negative length"),
        headed(
            "a length beyond 64 bits", arrayHeader("(99999999999999999999999,)"),
            "the shape has an axis of length '99999999999999999999999', more than any array has"),
        headed(
            "a billion by a billion", arrayHeader("(1000000000, 1000000000)"),
            "the shape (1000000000, 1000000000) has more than 16777216 numbers | save a part or a coarser sampling of the array"
        ),
        headed(
            "a product beyond 64 bits", arrayHeader("(4294967296, 4294967296, 1)", "|u1"),
            "the shape (4294967296, 4294967296, 1) has more than 16777216 numbers | save a part or a coarser sampling of the array"
        ),
        headed(
            "much of nothing", arrayHeader("(0, 1000000000000)"),
            "the shape (0, 1000000000000) has more than 16777216 numbers | save a part or a coarser sampling of the array"
        ),
        headed(
            "65 axes", arrayHeader("(" + String(repeating: "1, ", count: 65) + ")"), "the shape has more than 64 axes"),
        headed(
            "many brackets", arrayHeader(String(repeating: "(", count: 5000)),
            "the .npy header is damaged at byte 61: a whole number should stand there"),
    ]

    static let dtypes: [Hostile] = [
        headed(
            "no dtype", arrayHeader("(1,)", ""), "the array has dtype '', which is not read | save array.astype('<f8')"),
        headed(
            "a dtype by name", arrayHeader("(1,)", "float64"),
            "the array has dtype 'float64', which is not read | save array.astype('<f8')"),
        headed(
            "native order", arrayHeader("(1,)", "=f8"),
            "the array has dtype '=f8', which is not read | save array.astype('<f8')"),
        headed(
            "no order for eight bytes", arrayHeader("(1,)", "|f8"),
            "the array has dtype '|f8', which is not read | save array.astype('<f8')"),
        headed(
            "three bytes", arrayHeader("(1,)", "<i3"),
            "the array has dtype '<i3', which is not read | save array.astype('<f8')"),
        headed(
            "a size beyond 64 bits", arrayHeader("(1,)", "<f99999999999999999999"),
            "the array has dtype '<f99999999999999999999', which is not read | save array.astype('<f8')"),
        headed(
            "a quarter", arrayHeader("(1,)", "<f1"),
            "the array has dtype '<f1', which is not read | save array.astype('<f8')"),
        headed(
            "a dtype of emoji", arrayHeader("(1,)", "🙂🙂"),
            "the array has dtype '🙂🙂', which is not read | save array.astype('<f8')"),
        headed(
            "a dtype with a shape", "{'descr': ('<f8', (2,)), 'fortran_order': False}",
            "the array has the structured dtype '('<f8', (2,))' | save the fields one by one as numbers: array['name'].astype(float)"
        ),
        headed(
            "a number for a dtype", "{'descr': 8}",
            "the .npy header is damaged at byte 20: a dtype in quotes should stand there"),
    ]

    static let lengths: [Hostile] = [
        headed(
            "no data", arrayHeader("(4096, 4096)"),
            "the data ends after 76 bytes; shape (4096, 4096) with 8-byte numbers takes 134217804 | the file is cut short: save or copy it again"
        ),
        Hostile(
            "one byte short", "a.npy", npy(arrayHeader("(2,)"), data: [UInt8](repeating: 0, count: 15)),
            "the data ends after 83 bytes; shape (2,) with 8-byte numbers takes 84 | the file is cut short: save or copy it again"
        ),
        Hostile(
            "one byte more", "a.npy", npy(arrayHeader("(2,)"), data: [UInt8](repeating: 0, count: 17)),
            "more data follows the array; shape (2,) with 8-byte numbers takes 84 bytes | save one array for each file, or several with np.savez"
        ),
        Hostile(
            "data without numbers", "a.npy", npy(arrayHeader("(0,)"), data: [0]),
            "more data follows the array; shape (0,) with 8-byte numbers takes 68 bytes | save one array for each file, or several with np.savez"
        ),
        headed(
            "one number of none", arrayHeader("()", "|u1"),
            "the data ends after 66 bytes; shape () with 1-byte numbers takes 67 | the file is cut short: save or copy it again"
        ),
        Hostile(
            "two arrays", "a.npy", npy(arrayHeader("()", "|u1"), data: [1]) + npy(arrayHeader("()", "|u1"), data: [2]),
            "more data follows the array; shape () with 1-byte numbers takes 67 bytes | save one array for each file, or several with np.savez"
        ),
    ]
}
