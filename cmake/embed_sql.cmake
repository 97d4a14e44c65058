# SPDX-License-Identifier: Apache-2.0
# A capability's migrations as part of the program.
#
#   include(embed_sql)
#   poa_migrations(CAPABILITY ledger)   after poa_library(NAME ledger ...), in the capability's CMakeLists.txt
#
# takes migrations/0001_name.sql, 0002_other.sql ... of the folder (numbers from 1 without gaps) and adds to
# poa_ledger the function that the front header declares:
#
#   namespace poa::ledger { [[nodiscard]] std::span<const storage::Migration> migrations(); }
#
# The same file is the script that writes the generated source at build time.

if(CMAKE_SCRIPT_MODE_FILE)
  set(text "// SPDX-License-Identifier: Apache-2.0\n#include \"storage/migrations.hpp\"\n\n")
  string(APPEND text "#include <array>\n#include <span>\n\nnamespace poa::${CAPABILITY} {\n\n")
  string(APPEND text "std::span<const storage::Migration> migrations();\n\n")
  string(APPEND text "std::span<const storage::Migration> migrations() {\n")
  set(rows "")
  set(expected 0)
  string(REPLACE "|" ";" FILES "${FILES}")
  foreach(file IN LISTS FILES)
    get_filename_component(stem "${file}" NAME_WE)
    if(NOT stem MATCHES "^([0-9][0-9][0-9][0-9])_([a-z0-9_]+)$")
      message(FATAL_ERROR "${file}: a migration is named 0001_what_it_adds.sql")
    endif()
    set(name ${CMAKE_MATCH_2})
    string(REGEX REPLACE "^0+" "" number ${CMAKE_MATCH_1})
    math(EXPR expected "${expected} + 1")
    if(NOT number EQUAL expected)
      message(FATAL_ERROR "${file}: the numbers of migrations have no gaps; ${expected} comes next")
    endif()
    file(READ "${file}" sql)
    string(APPEND rows "        storage::Migration{\"${CAPABILITY}\", ${number}, \"${name}\", ")
    string(APPEND rows "R\"poa_sql(${sql})poa_sql\"},\n")
  endforeach()
  string(APPEND text "    static constexpr std::array all{\n${rows}    };\n    return all;\n}\n\n")
  string(APPEND text "} // namespace poa::${CAPABILITY}\n")
  file(WRITE "${OUTPUT}" "${text}")
  return()
endif()

set(POA_EMBED_SQL_SCRIPT ${CMAKE_CURRENT_LIST_FILE} CACHE INTERNAL "")

function(poa_migrations)
  cmake_parse_arguments(A "" "CAPABILITY" "" ${ARGN})
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/migrations/*.sql)
  if(NOT files)
    message(FATAL_ERROR "${CMAKE_CURRENT_SOURCE_DIR}/migrations has no *.sql")
  endif()
  list(SORT files)
  list(JOIN files "|" joined)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/${A_CAPABILITY}_migrations.cpp)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DCAPABILITY=${A_CAPABILITY} "-DFILES=${joined}" -DOUTPUT=${output}
            -P ${POA_EMBED_SQL_SCRIPT}
    DEPENDS ${files} ${POA_EMBED_SQL_SCRIPT}
    COMMENT "Migrations of ${A_CAPABILITY}"
    VERBATIM)
  target_sources(poa_${A_CAPABILITY} PRIVATE ${output})
endfunction()
