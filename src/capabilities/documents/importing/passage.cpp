// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/importing/passage.hpp"

#include "base/text.hpp"

#include <charconv>

namespace poa::documents {
namespace {

constexpr std::array<std::string_view, 10> kind_names = {"title",     "front_matter", "contents", "heading",
                                                         "paragraph", "item",         "table",    "footnote",
                                                         "quotation", "preformatted"};

/// Between the fields of a mark; a control character, so never in a passage.
constexpr char field_end = '\x1f';

std::optional<std::uint32_t> read_number(std::string_view text) {
    std::uint32_t number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<Mark> read_mark(std::string_view line) {
    std::vector<std::string_view> fields = split(line, field_end);
    if (fields.size() != 5 || fields[0].size() != 1) return std::nullopt;
    if (std::string_view("esndl").find(fields[0][0]) == std::string_view::npos) return std::nullopt;
    auto begin = read_number(fields[1]), end = read_number(fields[2]);
    if (!begin || !end) return std::nullopt;
    return Mark{static_cast<Mark::Kind>(fields[0][0]), *begin, *end, std::string(fields[3]),
                std::string(fields[4])};
}

} // namespace

std::string_view name_of(PassageKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}

std::optional<PassageKind> parse_passage_kind(std::string_view name) {
    for (std::size_t i = 0; i < kind_names.size(); ++i)
        if (kind_names[i] == name) return static_cast<PassageKind>(i);
    return std::nullopt;
}

std::string write_marks(const std::vector<Mark>& marks) {
    std::string out;
    for (const Mark& mark : marks) {
        if (!out.empty()) out += '\n';
        out += static_cast<char>(mark.kind);
        for (const std::string& field :
             {std::to_string(mark.begin), std::to_string(mark.end), mark.target, mark.anchor}) {
            out += field_end;
            out += field;
        }
    }
    return out;
}

std::vector<Mark> read_marks(std::string_view text) {
    std::vector<Mark> marks;
    if (text.empty()) return marks;
    for (std::string_view line : split(text, '\n')) {
        auto mark = read_mark(line);
        if (!mark) return {};
        marks.push_back(std::move(*mark));
    }
    return marks;
}

} // namespace poa::documents
