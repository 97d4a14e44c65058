// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/importing/source_text.hpp"

#include "base/text.hpp"

#include <fmt/core.h>

namespace poa::documents {
namespace {

constexpr std::size_t problems_max = 100;

class SourceProblems {
  public:
    void add(std::string code, std::vector<std::pair<std::string, std::string>> facts) {
        ++count_;
        if (refusal_.reasons.size() < problems_max)
            refusal_.add_field("text", std::move(code), std::move(facts));
    }
    [[nodiscard]] bool any() const { return count_ > 0; }
    [[nodiscard]] Refusal take() {
        if (count_ > problems_max)
            refusal_.add_field("text", "documents.more_problems",
                               {{"count", std::to_string(count_ - problems_max)}});
        return std::move(refusal_);
    }

  private:
    Refusal refusal_{Refusal::Kind::bad_input, {}};
    std::size_t count_ = 0;
};

/// Tab, line feed, carriage return and form feed are white space; the rest has no place in a document.
const unsigned char* find_control(std::string_view line) {
    for (const char& c : line) {
        auto b = static_cast<unsigned char>(c);
        if ((b < 0x20 && b != '\t' && b != '\r' && b != '\f') || b == 0x7F)
            return reinterpret_cast<const unsigned char*>(&c);
    }
    return nullptr;
}

void check_line(std::string_view line, std::size_t number, SourceProblems& problems) {
    if (line.size() > source_line_bytes_max)
        problems.add("documents.line_too_long", {{"line", std::to_string(number)},
                                                 {"bytes", std::to_string(line.size())},
                                                 {"bytes_max", std::to_string(source_line_bytes_max)}});
    if (const unsigned char* control = find_control(line))
        problems.add("documents.control_character",
                     {{"line", std::to_string(number)},
                      {"code", fmt::format("U+{:04X}", static_cast<unsigned>(*control))}});
    if (!is_utf8(line)) problems.add("documents.not_utf8", {{"line", std::to_string(number)}});
}

std::size_t check_lines(std::string_view bytes, SourceProblems& problems) {
    std::size_t number = 0;
    for (std::size_t begin = 0; begin <= bytes.size();) {
        std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
        check_line(bytes.substr(begin, end - begin), ++number, problems);
        begin = end + 1;
    }
    return number;
}

/// One line end for all, and no soft hyphens: a converter leaves them where a word was broken.
std::string with_plain_line_ends(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes[i] == '\r') {
            if (i + 1 >= bytes.size() || bytes[i + 1] != '\n') out += '\n';
        } else if (bytes.substr(i, 2) == "\xC2\xAD") {
            ++i;
        } else {
            out += bytes[i];
        }
    }
    return out;
}

/// A form feed begins a page and ends a line; it counts as no line of its own.
void cut_lines(SourceText& source) {
    std::uint32_t page = source.has_pages ? 1 : 0, number = 0;
    std::string_view text = source.text;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string_view line = text.substr(begin, end - begin);
        ++number;
        for (std::size_t feed; (feed = line.find('\f')) != std::string_view::npos;
             line.remove_prefix(feed + 1)) {
            if (feed > 0) source.lines.push_back({line.substr(0, feed), number, page});
            ++page;
        }
        source.lines.push_back({line, number, page});
        begin = end + 1;
    }
}

} // namespace

Result<void> read_source(std::string_view bytes, SourceText& into) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    SourceProblems problems;
    if (bytes.size() > source_bytes_max) {
        problems.add("documents.too_large", {{"bytes", std::to_string(bytes.size())},
                                             {"bytes_max", std::to_string(source_bytes_max)}});
        return refuse(problems.take());
    }
    std::string plain = with_plain_line_ends(bytes);
    std::size_t lines = check_lines(plain, problems);
    if (lines > source_lines_max)
        problems.add("documents.too_many_lines",
                     {{"lines", std::to_string(lines)}, {"lines_max", std::to_string(source_lines_max)}});
    if (!problems.any() && trim(plain).empty()) problems.add("documents.empty", {});
    if (problems.any()) return refuse(problems.take());
    into.text = nfc(plain);
    into.has_pages = into.text.find('\f') != std::string::npos;
    cut_lines(into);
    return {};
}

} // namespace poa::documents
