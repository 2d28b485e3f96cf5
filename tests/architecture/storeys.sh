#!/usr/bin/env bash
# The three storeys, one direction: cli -> layers -> engine. Prints every line that breaks it.
set -u
cd "$1" || exit 2
bad=0
forbid() {  # forbid WHY PATTERN PATH...
  local why=$1 pattern=$2; shift 2
  local hits; hits=$(grep -rnE --include='*.cpp' --include='*.hpp' "$pattern" "$@" 2>/dev/null)
  [ -z "$hits" ] && return
  printf '%s:\n%s\n' "$why" "$hits"; bad=1
}
forbid "GDAL in engine/" '#include *[<"](gdal|ogr|cpl|sqlite|xlsxwriter|libpq)' engine
forbid "engine/ reaches up" '#include *"(layers|cli)/' engine
forbid "layers/ reaches up" '#include *"cli/' layers
forbid "output stream outside cli/" 'std::(cout|cerr|clog|puts|printf)|\bprintf *\(|fmt::print|#include *<iostream>' engine layers
forbid "files or clock in engine/" '#include *<(fstream|filesystem)>|system_clock|std::time *\(' engine
forbid "GEOS outside engine/" '#include *[<"]geos_c' layers cli
forbid "exit outside cli/" '\b(std::)?exit *\(' engine layers
forbid "geometry or SQL in cli/" '#include *[<"](gdal|ogr|sqlite|geos|proj)' cli
long=$(find engine layers cli -name '*.[ch]pp' -exec awk 'END { if (NR > 350) print FILENAME ": " NR " lines" }' {} \;)
[ -n "$long" ] && { echo "files too long:"; echo "$long"; bad=1; }
# Two types of one name are one to the linker, wherever their headers are.
twice=$(find engine layers cli -name '*.hpp' -print0 | xargs -0 awk '
  /^namespace / { space = $2 }
  /^(struct|class|enum class|enum) [A-Z][A-Za-z0-9]+.*\{/ { name = $0; sub(/^(struct|enum class|class|enum) /, "", name); sub(/[^A-Za-z0-9].*/, "", name); print space "::" name }
' | sort | uniq -d)
[ -n "$twice" ] && { echo "types defined twice:"; echo "$twice"; bad=1; }
# What stands beside the storeys is known by name, where git can tell it.
known="CHANGELOG.md CMakeLists.txt CMakePresets.json LICENSE README.md README.zh-CN.md cli cmake docs engine layers run testdata tests"
strange=$(git -c core.quotePath=false ls-files 2>/dev/null | sed 's|/.*||' | sort -u | grep -v '^[.]' | grep -vxF "$(tr ' ' '\n' <<<"$known")")
[ -n "$strange" ] && { echo "not known at the top:"; echo "$strange"; bad=1; }
exit $bad
