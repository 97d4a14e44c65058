// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/pages_quote.hpp"

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace poa::documents {
namespace {

/// A text in the form that is compared, and where each byte of it came from.
struct Compared {
    std::string text;
    std::vector<Stretch> from; ///< one a byte of `text`
};

/// What is compared as something else, by its bytes.
constexpr std::array<std::pair<std::string_view, char>, 16> alike = {{{" ", ' '},
                                                                      {"\t", ' '},
                                                                      {"\n", ' '},
                                                                      {"\r", ' '},
                                                                      {"\u00A0", ' '},
                                                                      {"\u2009", ' '},
                                                                      {"\u202F", ' '},
                                                                      {"\u3000", ' '},
                                                                      {"“", '"'},
                                                                      {"”", '"'},
                                                                      {"„", '"'},
                                                                      {"‟", '"'},
                                                                      {"‘", '\''},
                                                                      {"’", '\''},
                                                                      {"‚", '\''},
                                                                      {"‛", '\''}}};

/// What stands at the beginning of `rest`: how it is compared, and its length in bytes.
std::pair<char, std::size_t> next_of(std::string_view rest) {
    for (const auto& [written, taken] : alike)
        if (rest.starts_with(written)) return {taken, written.size()};
    return {rest.front(), 1};
}

Compared compared(std::string_view text) {
    Compared made;
    for (std::size_t at = 0; at < text.size();) {
        auto [taken, length] = next_of(text.substr(at));
        bool goes_on = taken == ' ' && made.text.ends_with(' ');
        if (goes_on) {
            made.from.back().end = at + length;
        } else {
            made.text += taken;
            made.from.push_back({at, at + length});
        }
        at += length;
    }
    return made;
}

std::string_view without_outer_space(std::string_view text) {
    if (text.starts_with(' ')) text.remove_prefix(1);
    if (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

} // namespace

std::optional<Stretch> find_quote(std::string_view text, std::string_view quote) {
    Compared sought = compared(quote), held = compared(text);
    std::string_view words = without_outer_space(sought.text);
    std::size_t at = words.empty() ? std::string::npos : held.text.find(words);
    if (at == std::string::npos) return std::nullopt;
    return Stretch{held.from[at].begin, held.from[at + words.size() - 1].end};
}

} // namespace poa::documents
