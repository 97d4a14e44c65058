// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/converting_markup.hpp"

#include "base/text.hpp"

#include <initializer_list>

namespace poa::documents {
namespace {

std::size_t count_of(std::string_view source, std::initializer_list<std::string_view> starts) {
    std::size_t count = 0;
    for (std::string_view start : starts)
        for (std::size_t at = source.find(start); at != std::string_view::npos;
             at = source.find(start, at + start.size())) {
            std::size_t end = at + start.size();
            char next = end < source.size() ? source[end] : ' ';
            bool goes_on = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '-';
            count += goes_on ? 0 : 1;
        }
    return count;
}

/// A paragraph that ends a table for pandoc; an empty one does not.
constexpr std::string_view end_of_table = "{\\pard \\~\\par}";

} // namespace

std::string_view pandoc_filter() {
    return R"lua(
local function one_line(blocks)
  local inlines = pandoc.utils.blocks_to_inlines(blocks, { pandoc.Space() })
  local spaces = { LineBreak = pandoc.Space, SoftBreak = pandoc.Space }
  return pandoc.Span(inlines):walk(spaces).content
end

local function flat(cells)
  local lines = {}
  for i, cell in ipairs(cells) do
    local line = one_line(cell)
    lines[i] = #line > 0 and { pandoc.Plain(line) } or {}
  end
  return lines
end

local function is_empty(cells)
  for _, cell in ipairs(cells) do
    if #cell > 0 then return false end
  end
  return true
end

function Table(whole)
  local simple = pandoc.utils.to_simple_table(whole)
  local caption = simple.caption
  simple.caption = {}
  simple.headers = flat(simple.headers)
  for i, row in ipairs(simple.rows) do simple.rows[i] = flat(row) end
  for i = 1, #simple.widths do simple.widths[i] = 0 end
  if is_empty(simple.headers) and #simple.rows > 0 then
    simple.headers = table.remove(simple.rows, 1)
  end
  local made = pandoc.utils.from_simple_table(simple)
  if #caption == 0 then return made end
  return { pandoc.Para(caption), made }
end

local function inlines_of(value)
  if pandoc.utils.type(value) == "Inlines" then return { value } end
  if pandoc.utils.type(value) == "List" then return value end
  return {}
end

function Pandoc(doc)
  if doc.meta["title-is-in-text"] then return doc end
  local first = {}
  if doc.meta.title then table.insert(first, pandoc.Header(1, doc.meta.title)) end
  for _, name in ipairs({ "subtitle", "author", "date" }) do
    for _, line in ipairs(inlines_of(doc.meta[name])) do table.insert(first, pandoc.Para(line)) end
  end
  if pandoc.utils.type(doc.meta.abstract) == "Blocks" then
    for _, block in ipairs(doc.meta.abstract) do table.insert(first, block) end
  end
  for i = #first, 1, -1 do table.insert(doc.blocks, 1, first[i]) end
  return doc
end
)lua";
}

std::size_t count_paragraphs(std::string_view source, std::string_view media_type) {
    if (media_type == "application/rtf") return count_of(source, {"\\par", "\\cell", "\\line"});
    if (media_type == "text/html")
        return count_of(source, {"<p", "<li", "<div", "<td", "<br", "<P", "<LI", "<DIV", "<TD", "<BR"});
    return count_of(source, {"<w:p", "<text:p", "<text:h"});
}

std::string with_readable_notes(std::string_view rtf) {
    std::string out;
    out.reserve(rtf.size() + 1'000);
    std::size_t row_end = std::string::npos; // in `out`, after the last row of a table
    for (std::size_t i = 0; i < rtf.size();) {
        std::string_view rest = rtf.substr(i);
        bool skipped = rest.starts_with("{\\*\\footnote");
        if (skipped || rest.starts_with("{\\footnote")) {
            if (row_end != std::string::npos) out.insert(row_end, end_of_table);
            row_end = std::string::npos;
            out += "{\\footnote";
            i += skipped ? 12 : 10;
        } else if (rest.starts_with("\\row") && !(rest.size() > 4 && rest[4] >= 'a' && rest[4] <= 'z')) {
            out += "\\row";
            i += 4;
            while (i < rtf.size() && (rtf[i] == '}' || rtf[i] == '\n' || rtf[i] == '\r')) out += rtf[i++];
            row_end = out.size();
        } else {
            std::size_t escape = rest.starts_with("\\\\") || rest.starts_with("\\{") ? 2 : 1;
            out += rest.substr(0, escape);
            i += escape;
        }
    }
    return out;
}

std::string with_plain_head_rows(std::string_view content) {
    std::string plain(content);
    for (std::string_view tag : {"<table:table-header-rows>", "</table:table-header-rows>"})
        plain = replace_all(std::move(plain), tag, "");
    return plain;
}

} // namespace poa::documents
