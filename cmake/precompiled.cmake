# Library headers parsed once for each storey: a third less to compile. Not where the tests are built: there each header proves alone.
if(REDLINE_PRECOMPILED AND NOT REDLINE_TESTS)
  foreach(storey redline_engine redline_layers redline)
    target_precompile_headers(${storey} PRIVATE <algorithm> <array> <chrono> <cmath> <filesystem> <functional> <future> <map> <memory>
      <optional> <set> <span> <string> <unordered_map> <vector> <fmt/format.h>)
    # GCC 12 warns of its own std::string there, because a precompiled system header is no system header to it any more.
    target_compile_options(${storey} PRIVATE
      $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread>)
  endforeach()
endif()
