# A dozen files compiled as one: headers are parsed and templates made once for all of them, half the time of a full build.
# Names of anonymous namespaces must differ within such a dozen; the tests are built so, too, and tell where they do not.
if(REDLINE_UNITY)
  set_target_properties(redline_engine redline_layers redline PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE BATCH UNITY_BUILD_BATCH_SIZE 12)
  foreach(storey redline_engine redline_layers redline)  # a private State may hold what only its own file knows
    target_compile_options(${storey} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
  endforeach()
endif()
