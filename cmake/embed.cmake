# SPDX-License-Identifier: Apache-2.0
# Files as part of the program.
#
#   include(embed)
#   poa_embed(TARGET poa_reference NAMESPACE poa FUNCTION reference_files FILES members.json ...)
#   poa_embed(TARGET poa_web_assets NAMESPACE poa::web::assets FUNCTION browser_files
#             FOLDER out DEPENDS out/manifest.json)
#
# adds to the target the function
#
#   namespace NAMESPACE { std::span<const poa::Embedded> FUNCTION(); }   (base/embedded.hpp), sorted by path
#
# FILES are known now and go under their last name; FOLDER is listed at build time, after DEPENDS are made,
# and without names that begin with a dot. A changed file is embedded anew: what the assembler reads is known
# to the build.
#
# The same file is the script that writes the two generated sources at build time.

if(CMAKE_SCRIPT_MODE_FILE)
  if(FOLDER)
    file(GLOB files "${FOLDER}/*")
  list(FILTER files EXCLUDE REGEX "/\\.[^/]*$")
  else()
    string(REPLACE "|" ";" files "${FILES}")
  endif()
  set(rows "")
  foreach(file IN LISTS files)
    get_filename_component(name "${file}" NAME)
    list(APPEND rows "${name}\t${file}")
  endforeach()
  list(SORT rows COMPARE STRING CASE SENSITIVE) # a tab comes before every character of a name
  set(assembler "/* SPDX-License-Identifier: Apache-2.0 */\n    .section .rodata\n")
  set(symbols "")
  set(table "")
  set(count 0)
  foreach(row IN LISTS rows)
    string(REGEX MATCH "^([^\t]*)\t(.*)$" _ "${row}")
    set(name "${CMAKE_MATCH_1}")
    set(file "${CMAKE_MATCH_2}")
    set(symbol poa_embedded_${SYMBOL}_${count})
    file(SHA256 "${file}" digest) # so that this text changes with the content
    string(APPEND assembler
           "    /* ${digest} */\n    .balign 16\n    .global ${symbol}_begin\n    .global ${symbol}_end\n"
           "${symbol}_begin:\n    .incbin \"${file}\"\n${symbol}_end:\n    .byte 0\n")
    string(APPEND symbols "extern const char ${symbol}_begin[], ${symbol}_end[];\n")
    string(APPEND table "        Embedded{\"${name}\", {${symbol}_begin, ${symbol}_end}},\n")
    math(EXPR count "${count} + 1")
  endforeach()
  string(APPEND assembler "    .section .note.GNU-stack,\"\",%progbits\n")
  file(CONFIGURE OUTPUT "${OUTPUT}.S" CONTENT "${assembler}" @ONLY)
  set(text "// SPDX-License-Identifier: Apache-2.0\n#include \"base/embedded.hpp\"\n\n#include <array>\n\n")
  string(APPEND text "extern \"C\" {\n${symbols}}\n\nnamespace ${NAMESPACE} {\n\n")
  string(APPEND text "std::span<const poa::Embedded> ${FUNCTION}();\n\n")
  string(APPEND text "std::span<const poa::Embedded> ${FUNCTION}() {\n    using poa::Embedded;\n")
  string(APPEND text "    static const std::array<Embedded, ${count}> all = {{\n${table}    }};\n")
  string(APPEND text "    return all;\n}\n\n} // namespace ${NAMESPACE}\n")
  file(CONFIGURE OUTPUT "${OUTPUT}.cpp" CONTENT "${text}" @ONLY)
  file(TOUCH "${OUTPUT}.S" "${OUTPUT}.cpp")
  return()
endif()

set(POA_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_FILE} CACHE INTERNAL "")

function(poa_embed)
  cmake_parse_arguments(A "" "TARGET;NAMESPACE;FUNCTION;FOLDER" "FILES;DEPENDS" ${ARGN})
  if((A_FOLDER AND A_FILES) OR NOT (A_FOLDER OR A_FILES))
    message(FATAL_ERROR "poa_embed(${A_FUNCTION}): FILES or FOLDER, one of them and not empty")
  endif()
  list(TRANSFORM A_FILES REPLACE "^([^/].*)$" "${CMAKE_CURRENT_SOURCE_DIR}/\\1")
  list(JOIN A_FILES "|" joined)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/${A_FUNCTION})
  string(MAKE_C_IDENTIFIER "${A_NAMESPACE}_${A_FUNCTION}" symbol)
  add_custom_command(
    OUTPUT ${output}.S ${output}.cpp
    COMMAND ${CMAKE_COMMAND} "-DFILES=${joined}" "-DFOLDER=${A_FOLDER}" -DSYMBOL=${symbol}
            -DNAMESPACE=${A_NAMESPACE} -DFUNCTION=${A_FUNCTION} -DOUTPUT=${output} -P ${POA_EMBED_SCRIPT}
    DEPENDS ${A_FILES} ${A_DEPENDS} ${POA_EMBED_SCRIPT}
    COMMENT "Embedding ${A_FUNCTION}"
    VERBATIM)
  set_source_files_properties(${output}.S PROPERTIES OBJECT_DEPENDS "${A_FILES};${A_DEPENDS}")
  target_sources(${A_TARGET} PRIVATE ${output}.S ${output}.cpp)
endfunction()
