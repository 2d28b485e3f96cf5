# embed_files(TARGET NAME FILE...): makes embedded/NAME.hpp with `std::span<EmbeddedFile const> NAME()`,
# so that texts, rule sets and the register travel inside the program.
function(embed_files target name)
  set(out ${PROJECT_BINARY_DIR}/embedded/${name}.cpp)
  set(header ${PROJECT_BINARY_DIR}/embedded/${name}.hpp)
  file(WRITE ${header}.in "#pragma once\n#include \"engine/core/embedded.hpp\"\nnamespace redline::embedded {\nstd::span<EmbeddedFile const> ${name}();\n}\n")
  configure_file(${header}.in ${header} COPYONLY)
  set(files)
  foreach(f ${ARGN})
    cmake_path(ABSOLUTE_PATH f BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
    list(APPEND files ${f})
  endforeach()
  add_custom_command(OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} "-DOUT=${out}" "-DNAME=${name}" "-DFILES=${files}" -P ${PROJECT_SOURCE_DIR}/cmake/embed_script.cmake
    DEPENDS ${files} ${PROJECT_SOURCE_DIR}/cmake/embed_script.cmake VERBATIM)
  target_sources(${target} PRIVATE ${out})
  set_source_files_properties(${out} TARGET_DIRECTORY ${target} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()
