# Up to a dozen files of a room compiled as one: headers are parsed and templates made once for all of them, half the time of
# a full build. Names of anonymous namespaces must differ within a room (the test architecture_unity tells where they do not).
function(compile_rooms_as_one target)
  get_target_property(sources ${target} SOURCES)
  foreach(source ${sources})
    cmake_path(GET source PARENT_PATH room)
    cmake_path(GET room FILENAME room)
    list(APPEND files_of_${room} ${source})
    list(LENGTH files_of_${room} count)
    math(EXPR dozen "(${count} - 1) / 12")
    set_source_files_properties(${source} TARGET_DIRECTORY ${target} PROPERTIES UNITY_GROUP ${room}_${dozen})
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  # a private State may hold what only its own file knows
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endfunction()

if(REDLINE_UNITY)
  foreach(storey redline_engine redline_layers redline)
    compile_rooms_as_one(${storey})
  endforeach()
endif()
