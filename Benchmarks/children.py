"""What the benchmarks share: building a Swift program that measures, and talking to it line by line."""
import os
import subprocess
import sys

top = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Child:
    """A process that answers one line with one."""

    def __init__(self, *words):
        self.process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)

    def ask(self, *words):
        self.process.stdin.write(" ".join(map(str, words)) + "\n")
        answer = self.process.stdout.readline().strip()
        if answer in ("", "unknown"):
            raise SystemExit(f"no answer to {words}")
        return answer


def build(product, folder):
    """The path of a product in release mode; `folder` is SwiftPM's scratch folder where it is not its own."""
    flags = ["-c", "release", "--package-path", top, *(["--scratch-path", folder] if folder else [])]
    subprocess.run(["swift", "build", *flags, "--product", product], check=True, stdout=sys.stderr)
    shown = subprocess.run(["swift", "build", *flags, "--show-bin-path"], check=True, capture_output=True, text=True)
    return os.path.join(shown.stdout.strip(), product)
