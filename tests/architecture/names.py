"""Files of one room are compiled together (cmake/unity.cmake), so what one declares in its anonymous namespace must not be taken
for what another declares or includes: functions of one name in two files of a room, or a name that hides one of a header that
another file of the room uses. Files that cmake/unity.cmake compiles alone are left out. Argument: the source directory."""
import collections
import os
import re
import sys

STOREYS = ("engine", "layers", "cli")
FUNCTION = re.compile(r"(?:template <.*> )?(?:inline |constexpr )*[\w:<>,&*\s]+?[\s&*>](\w+)\(")
CONSTANT = re.compile(r"\b([A-Z][A-Z0-9_]+)\b(?: =|\{)")
TYPE = re.compile(r"(?:struct|class|enum class|enum) (\w+)(?! *;)")
ALIAS = re.compile(r"^using (\w+) = ([^;]+);", re.M)
ANONYMOUS = re.compile(r"^namespace \{\n(.*?)^\}  // namespace$", re.S | re.M)


def read(path):
    with open(path, encoding="utf-8") as f:
        return f.read()


def names(text):
    """Functions, constants and types declared at the left margin."""
    out = set()
    for line in text.splitlines():
        if not line or line[0] in " /#}":
            continue
        for m in (FUNCTION.match(line), TYPE.match(line)):
            if m:
                out.add(m.group(1))
        if line.startswith(("constexpr", "inline constexpr")):
            out.update(CONSTANT.findall(line))
    return out


def bare(text):
    return re.sub(r'"(?:[^"\\\n]|\\.)*"', '""', re.sub(r"//.*", "", text))


class Sources:
    def __init__(self, root):
        self.text = {}
        for storey in STOREYS:
            for folder, _, files in os.walk(os.path.join(root, storey)):
                for f in files:
                    if f.endswith((".cpp", ".hpp")):
                        path = os.path.join(folder, f)
                        self.text[os.path.relpath(path, root)] = read(path)
        alone = set(re.findall(r"\S+\.cpp", read(os.path.join(root, "cmake", "unity.cmake"))))
        private = {p: "".join(ANONYMOUS.findall(t)) for p, t in self.text.items() if p.endswith(".cpp") and p not in alone}
        self.own = {p: names(t) for p, t in private.items()}
        self.alias = {p: dict(ALIAS.findall(t)) for p, t in private.items()}
        self.public = {p: names(t) for p, t in self.text.items() if p.endswith(".hpp")}

    def included(self, path, seen):
        for p in re.findall(r'#include "([^"]+)"', self.text.get(path, "")):
            if p in self.public and p not in seen:
                seen.add(p)
                self.included(p, seen)
        return seen


def uses(text, name):
    return re.search(r"(?<![\w.>:])" + name + r"\b(?!:)", text)


def check(sources):
    rooms, found = collections.defaultdict(list), []
    for path in sorted(sources.own):
        rooms[os.path.dirname(path)].append(path)
    for files in rooms.values():
        seen = {f: set().union(*(sources.public[h] for h in sources.included(f, set()))) for f in files}
        code = {f: bare(sources.text[f]) for f in files}
        for a in files:
            for name, meant in sorted(sources.alias[a].items()):
                found += [f"{name}: one type in {a}, another in {b}" for b in files if a < b and sources.alias[b].get(name, meant) != meant]
                found += [f"{name}: a type of two kinds, in {a} and in {b}" for b in files if name in sources.own[b]]
            for name in sorted(sources.own[a]):
                for b in files:
                    if a < b and name in sources.own[b]:
                        found.append(f"{name}: both in {a} and in {b}")
                    elif a != b and name not in sources.own[b] and name in seen[b] and uses(code[b], name):
                        found.append(f"{name} of {a} hides what {b} includes")
    return found


def main(root):
    sources = Sources(root)
    found = check(sources)
    print("\n".join(found + [f"{len(sources.own)} files, {sum(map(len, sources.own.values()))} names"]))
    return 1 if found or len(sources.own) < 100 else 0


sys.exit(main(sys.argv[1]))
