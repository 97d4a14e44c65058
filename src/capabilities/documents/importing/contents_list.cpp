// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/importing/contents_list.hpp"

#include "base/text.hpp"
#include "capabilities/documents/importing/actor_names.hpp"

namespace poa::documents {
namespace {

constexpr int page_number_max = 9'999;

struct Entry {
    std::string_view name;
    int page;
};

/// "Egypt . . . . .\t36", "Introduction ........ 4": a name, then a tab or at least three dots, then the
/// page.
std::optional<Entry> read_entry(std::string_view row) {
    row = trim(row);
    std::size_t digits = row.size();
    while (digits > 0 && row[digits - 1] >= '0' && row[digits - 1] <= '9') --digits;
    if (digits == row.size() || row.size() - digits > 4) return std::nullopt;
    int page = std::stoi(std::string(row.substr(digits)));
    std::size_t end = digits;
    int dots = 0;
    bool tab = false;
    for (; end > 0 &&
           (row[end - 1] == '.' || row[end - 1] == ' ' || row[end - 1] == '\t' || row[end - 1] == '|');
         --end) {
        dots += row[end - 1] == '.';
        tab |= row[end - 1] == '\t' || row[end - 1] == '|';
    }
    if (end == 0 || (!tab && dots < 3) || page > page_number_max) return std::nullopt;
    return Entry{row.substr(0, end), page};
}

bool has_entries(const Block& block) {
    if (block.kind != Block::Kind::table && block.kind != Block::Kind::text &&
        block.kind != Block::Kind::item)
        return false;
    for (std::string_view row : split(block.source, '\n'))
        if (read_entry(row)) return true;
    return false;
}

bool is_contents_heading(const Block& block) {
    if (block.kind != Block::Kind::heading && block.kind != Block::Kind::text) return false;
    std::string name = fold_name(block.source.substr(0, 60));
    for (std::string_view known :
         {"contents", "table of contents", "table des matieres", "indice", "содержание", "目录", "المحتويات"})
        if (name == fold_name(known)) return true;
    return false;
}

/// "Page" alone, "Annex": short lines between entries.
bool is_short(const Block& block) {
    return (block.kind == Block::Kind::text || block.kind == Block::Kind::heading ||
            block.kind == Block::Kind::table) &&
           block.source.size() < 60;
}

} // namespace

bool begins_contents_list(const std::vector<Block>& blocks, std::size_t at) {
    return is_contents_heading(blocks[at]) && end_of_contents_list(blocks, at) > at + 1;
}

std::size_t end_of_contents_list(const std::vector<Block>& blocks, std::size_t at) {
    std::size_t end = at + 1;
    for (std::size_t i = at + 1; i < blocks.size(); ++i) {
        if (has_entries(blocks[i]))
            end = i + 1;
        else if (!is_short(blocks[i]) || i > end)
            break;
    }
    return end;
}

std::map<std::string, int> pages_in_contents(std::string_view text) {
    std::map<std::string, int> pages;
    for (std::string_view row : split(text, '\n'))
        if (auto entry = read_entry(row)) pages.try_emplace(fold_name(entry->name), entry->page);
    return pages;
}

} // namespace poa::documents
