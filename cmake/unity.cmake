# Up to a dozen files of a room compiled as one: headers are parsed and templates made once for all of them, half the time of
# a full build. What such files declare in anonymous namespaces must differ, and hide nothing that another of the room includes
# (the test architecture_names); files that share a name with another are compiled alone:
set(alone
  cli/cmd_screen.cpp engine/basemap/near.cpp engine/basemap/pack.cpp engine/overlay/strips.cpp engine/restoration/derived_required.cpp
  engine/restoration/imprecise_days.cpp engine/restoration/join_parts.cpp engine/restoration/periods.cpp engine/restoration/plausible.cpp
  engine/restoration/rounding.cpp engine/restoration/same_figure.cpp engine/screen/rights.cpp layers/corners/area_statements.cpp
  layers/corners/baopan.cpp layers/corners/beside_list.cpp layers/corners/degree_columns.cpp layers/corners/joined_sheets.cpp
  layers/corners/listed_end.cpp layers/corners/meridian_words.cpp layers/corners/phone_maps.cpp layers/corners/printed_row.cpp
  layers/corners/register_columns.cpp layers/corners/register_table.cpp layers/corners/right_kind.cpp layers/corners/running_text.cpp
  layers/corners/said_terms.cpp layers/corners/sheet_areas.cpp layers/corners/thousands.cpp layers/corners/unsaid_units.cpp
  layers/corners/write_baopan.cpp layers/corners/write_parcels.cpp layers/corners/written_cell.cpp layers/ledger_report/overview.cpp
  layers/ledger_report/report_tables.cpp layers/qgis/replaced_project.cpp layers/read/coordinate_columns.cpp layers/read/dbf_scan.cpp
  layers/read/encoding.cpp layers/read/encrypted_zip.cpp layers/read/open.cpp layers/read/place.cpp layers/read/table_rows.cpp
  layers/read/value_signs.cpp layers/read/zone_column.cpp layers/restoration/empty_cells.cpp layers/restoration/further_figures.cpp
  layers/restoration/header_groups.cpp layers/restoration/question_columns.cpp layers/restoration/report_figures.cpp
  layers/restoration/reserve_map.cpp layers/restoration/series.cpp layers/restoration/sheet.cpp layers/restoration/standing_figures.cpp
  layers/restoration/status_output.cpp layers/restoration/status_run.cpp layers/restoration/status_words.cpp
  layers/restoration/unnamed_sites.cpp layers/restoration/work_names.cpp layers/restoration/year_layout.cpp
  layers/restoration/year_sums.cpp layers/run/written_days.cpp layers/screen/terms_of_application.cpp layers/verify/verify_screening.cpp
  layers/workspace/register_rows.cpp)

function(compile_rooms_as_one target)
  get_target_property(sources ${target} SOURCES)
  foreach(source ${sources})
    cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${PROJECT_SOURCE_DIR}/cli)
    cmake_path(RELATIVE_PATH source BASE_DIRECTORY ${PROJECT_SOURCE_DIR} OUTPUT_VARIABLE path)
    if(path IN_LIST alone)
      set_source_files_properties(${source} TARGET_DIRECTORY ${target} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
      continue()
    endif()
    cmake_path(GET path PARENT_PATH room)
    string(MAKE_C_IDENTIFIER ${room} room)
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
